// Presses every operation of Swagger UI with the example that stands there: node swagger-ui.mjs BASE
import { open } from "./swagger-page.mjs";

const base = process.argv[2];

/** Who may press what an administrator of an organization may not. */
const SPECIALISTS = ["postAiAgentsMigrationsPreview", "postAiAgentsMigrations", "getAiAgentsKpis"];

/** What is answered other than 2xx when the example is pressed as it stands, and what a reader does about it. */
const EXPECTED = {
  // Changes are those that a refinement has just answered, as the description says; the example is none of them.
  postAiAgentsAiAgentUuidRefineApply: {
    status: 422,
    mend: (operation, answers) => {
      const { changes } = JSON.parse(answers.get("postAiAgentsAiAgentUuidRefine").body);
      return operation.write(JSON.stringify({ changes }));
    },
  },
};

/** What can be pressed in more than one way. */
const ALSO = {
  postAiAgentsAiAgentUuidResources: async (operation) => {
    await operation.send("multipart/form-data");
    await operation.attach({ name: "hours.txt", mimeType: "text/plain", buffer: Buffer.from("Open from 9 to 5.") });
  },
  postAiAgentsAiAgentUuidPreview: (operation) => operation.ask("text/event-stream"),
  getAiAgentsAiAgentUuidLogicMap: (operation) => operation.ask("text/vnd.mermaid"),
};

const answers = new Map();
const failures = [];

/** The document's operations in its order, but what deletes at the end, so that nothing misses what is gone. */
async function operations() {
  const { paths } = await (await fetch(`${base}/v3/api-docs`)).json();
  const all = Object.values(paths).flatMap((path) => Object.entries(path));
  const deletes = ([method]) => method === "delete";
  const sorted = [...all.filter((each) => !deletes(each)), ...all.filter(deletes).reverse()];
  return sorted.map(([, { operationId }]) => operationId);
}

async function signedIn(role) {
  const token = await (await fetch(`${base}/dev/token?organization_id=1&role=${role}`)).text();
  return open(base, token);
}

function told(id, way, answer, expected) {
  const isExpected = expected === undefined ? answer.status < 300 : answer.status === expected;
  console.log(`${isExpected ? "  " : "! "}${answer.status} ${id}${way}`);
  if (!isExpected) {
    failures.push(`${id}${way}: ${answer.status}, ${answer.address}\n${answer.body.slice(0, 600)}`);
  }
}

/** Presses once; where the example's version is not the current one, once more with the tag that was answered. */
async function pressed(operation, id, way) {
  const answer = await operation.press();
  if (answer.status !== 412) {
    return answer;
  }
  console.log(`  412 ${id}${way}, whose current version is ${answer.tag}`);
  await operation.fill("If-Match", answer.tag);
  return operation.press();
}

async function tried(page, id) {
  const operation = await page.operation(id);
  const expected = EXPECTED[id];
  let answer = await pressed(operation, id, "");
  told(id, "", answer, expected?.status);
  if (expected !== undefined) {
    await expected.mend(operation, answers);
    answer = await pressed(operation, id, ", mended");
    told(id, ", mended", answer);
  }
  answers.set(id, answer);
  if (ALSO[id] !== undefined) {
    await ALSO[id](operation);
    told(id, ", another way", await operation.press());
  }
  await operation.close();
}

const pages = { org_admin: await signedIn("org_admin"), specialist: await signedIn("specialist") };
try {
  for (const id of await operations()) {
    const page = SPECIALISTS.includes(id) ? pages.specialist : pages.org_admin;
    await tried(page, id).catch((problem) => failures.push(`${id}: ${problem.message.split("\n")[0]}`));
  }
  for (const { faults } of Object.values(pages)) {
    failures.push(...faults.map((fault) => `the page itself: ${fault}`));
  }
} finally {
  await Promise.all(Object.values(pages).map((page) => page.close()));
}
console.log(`${answers.size} operations`);
if (failures.length > 0) {
  console.error(`\n${failures.join("\n\n")}`);
  process.exit(1);
}
