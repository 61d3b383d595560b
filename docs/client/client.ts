import createFetchClient, { type Middleware } from "openapi-fetch";
import { EventSourceParserStream } from "eventsource-parser/stream";
import type { components, paths } from "./schema.js";

export type Schemas = components["schemas"];

/** How to reach the service, and for whom. */
export interface Connection {
  /** Where the service answers, such as `https://agents.example.com`. */
  baseUrl: string;
  /** The access token of whoever is signed in; asked for anew on each call, since it expires. */
  token: () => string | Promise<string>;
  /** For specialists who act for another organization: its id. */
  organizationId?: number;
  /** The language of findings, problems and the report's story. */
  language?: "id" | "en";
}

/** What went wrong, as the service tells it. Every call that is not answered as asked throws one. */
export class Problem extends Error {
  override readonly name = "Problem";

  constructor(
    readonly document: Schemas["Problem"],
    /** How long to wait before the call may be repeated; absent when waiting does not help. */
    readonly retryAfterSeconds: number | undefined,
  ) {
    super(`${document.title}: ${document.detail} (${document.type}, request ${document.request_id})`);
  }

  /** Whether it is of a kind, such as `version-moved-on`. */
  is(kind: string): boolean {
    return this.document.type === `/problems/${kind}`;
  }

  static async of(response: Response): Promise<Problem> {
    const retryAfter = response.headers.get("Retry-After");
    return new Problem(await document(response), retryAfter === null ? undefined : Number(retryAfter));
  }
}

/** One step of a streamed preview; `done` or `error` is the last. */
export type PreviewEvent =
  | { event: "token"; data: Schemas["PreviewToken"] }
  | { event: "trace"; data: Schemas["TraceStep"] }
  | { event: "done"; data: Schemas["PreviewDone"] }
  | { event: "error"; data: Schemas["PreviewFailure"] };

export type Client = ReturnType<typeof createClient>;

/** Makes a client whose calls are typed by the API document. */
export function createClient(connection: Connection) {
  const client = createFetchClient<paths>({ baseUrl: connection.baseUrl });
  client.use(signed(connection), throwing);
  return client;
}

/** The body of an answer; throws a {@link Problem} for any other. */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T;
}

/**
 * Tries one turn of a customer and tells it as it happens.
 *
 * Leaving the loop, or aborting the signal, hangs up and ends the turn.
 */
export async function* preview(
  client: Client,
  aiAgentUuid: string,
  request: Schemas["PreviewRequest"],
  signal?: AbortSignal,
): AsyncGenerator<PreviewEvent, void, undefined> {
  const { response } = await client.POST("/v2/ai_agents/{ai_agent_uuid}/preview", {
    params: { path: { ai_agent_uuid: aiAgentUuid } },
    body: request,
    headers: { Accept: "text/event-stream" },
    parseAs: "stream",
    signal: signal ?? null,
  });
  if (response.body === null) {
    throw new Error("The preview has no body.");
  }
  const events = response.body
    .pipeThrough(new TextDecoderStream())
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  try {
    for (;;) {
      const { done, value } = await events.read();
      if (done) {
        throw new Error("The preview broke off.");
      }
      const event = { event: value.event, data: JSON.parse(value.data) } as PreviewEvent;
      yield event;
      if (event.event === "done" || event.event === "error") {
        return;
      }
    }
  } finally {
    await events.cancel();
  }
}

function signed(connection: Connection): Middleware {
  return {
    async onRequest({ request }) {
      request.headers.set("Authorization", `Bearer ${await connection.token()}`);
      request.headers.set("X-Request-Id", crypto.randomUUID());
      if (connection.organizationId !== undefined) {
        request.headers.set("X-Organization-Id", String(connection.organizationId));
      }
      if (connection.language !== undefined) {
        request.headers.set("Accept-Language", connection.language);
      }
    },
  };
}

const throwing: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) {
      throw await Problem.of(response);
    }
  },
};

// A proxy on the way may answer something that is no problem document.
async function document(response: Response): Promise<Schemas["Problem"]> {
  const text = await response.text();
  if (response.headers.get("Content-Type")?.startsWith("application/problem+json")) {
    return JSON.parse(text) as Schemas["Problem"];
  }
  return {
    type: "about:blank",
    title: response.statusText,
    status: response.status,
    detail: text.slice(0, 200),
    remedy: "Try again in a moment; tell support the request_id if it goes on.",
    instance: new URL(response.url).pathname,
    request_id: response.headers.get("X-Request-Id") ?? "unknown",
  };
}
