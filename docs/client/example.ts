// From a prompt to the impact report, against the local run: BASE=http://localhost:8080 npm run example
import { answer, createClient, preview, Problem } from "./client.js";

const baseUrl = process.env["BASE"] ?? "http://localhost:8080";

// The local run hands out tokens; elsewhere it is the one of whoever is signed in.
const token = await (await fetch(`${baseUrl}/dev/token?organization_id=1&role=org_admin`)).text();
const client = createClient({ baseUrl, token: () => token, language: "en" });

const draft = await answer(
  client.POST("/v2/ai_agents/generate", {
    body: { prompt: "A friendly assistant for a fashion shop: order status and returns", language: "en" },
  }),
);
console.log("Drafted:", draft.notes.join(" "));

const agent = await answer(
  client.POST("/v2/ai_agents", {
    params: { header: { "Idempotency-Key": crypto.randomUUID() } },
    body: { name: "Toko Maju assistant", capability_pack: draft.capability_pack },
  }),
);
const path = { ai_agent_uuid: agent.ai_agent_uuid };
console.log(`Saved: ${agent.name}, version ${agent.version}`);

process.stdout.write("Previewed: ");
for await (const { event, data } of preview(client, agent.ai_agent_uuid, { message: "Where is my order?" })) {
  if (event === "token") {
    process.stdout.write(data.text);
  } else if (event === "error") {
    throw new Error(data.message);
  }
}
console.log();

const refinement = await answer(
  client.POST("/v2/ai_agents/{ai_agent_uuid}/refine", {
    params: { path },
    body: { message: "Rename the agent to Siti" },
  }),
);
console.log("Proposed:", refinement.changes.map((change) => change.summary).join(" "));

const refined = await answer(
  client.POST("/v2/ai_agents/{ai_agent_uuid}/refine/apply", {
    params: { path, header: { "If-Match": `"${refinement.base_version}"` } },
    body: { changes: refinement.changes.slice(0, 1) },
  }),
);
console.log(`Applied: version ${refined.version}`);

try {
  await client.PATCH("/v2/ai_agents/{ai_agent_uuid}", {
    params: { path, header: { "If-Match": `"${agent.version}"` } },
    body: { name: "Too late" },
    headers: { "Content-Type": "application/merge-patch+json" },
  });
  throw new Error("A change of an old version was saved.");
} catch (problem) {
  if (!(problem instanceof Problem && problem.is("version-moved-on"))) {
    throw problem;
  }
  console.log("Refused:", problem.document.detail);
}

await client.DELETE("/v2/ai_agents/{ai_agent_uuid}", { params: { path } });
console.log("Deleted.");

const report = await answer(client.GET("/impact/report"));
console.log(`\n${report.story?.headline}\n${report.story?.sentences.join("\n")}`);
