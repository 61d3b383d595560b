// Holds Kubernetes objects against the schemas of their kinds: node kubernetes.mjs RENDERED-FILE
// The validators know required fields, formats and enumerations; that no field is misspelt only the types know, and so
// the objects are type-checked as well.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseAllDocuments } from "yaml";

const FOREIGN = { "monitoring.coreos.com": "@kubernetes-models/prometheus-operator" };
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const objects = parseAllDocuments(readFileSync(process.argv[2], "utf8")).map((document) => document.toJS());
const typed = [];
let failed = objects.length === 0;

for (const object of objects) {
  const group = object.apiVersion.split("/")[0];
  const module = `${FOREIGN[group] ?? "kubernetes-models"}/${object.apiVersion}/${object.kind}`;
  const imported = await import(module);
  const Kind = imported[object.kind] ?? imported.default[object.kind];
  try {
    new Kind(object).validate();
  } catch (problem) {
    failed = true;
    console.error(`${object.kind} ${object.metadata.name}: ${problem.message}`);
  }
  typed.push(`import type { I${object.kind} } from "${module}";`);
  typed.push(`export const ${object.kind.toLowerCase()}${typed.length}: I${object.kind} = ${JSON.stringify(object, null, 2)};`);
}

const source = here("kubernetes-objects.ts");
writeFileSync(source, typed.join("\n"));
const options = ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--moduleResolution", "nodenext"];
const types = spawnSync(here("node_modules/.bin/tsc"), [...options, source], { stdio: "inherit", cwd: here(".") });
rmSync(source);
process.exit(failed || types.status !== 0 ? 1 : 0);
