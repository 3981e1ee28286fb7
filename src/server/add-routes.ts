import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import { assert, Refusal } from "../base/index.ts";
import { answerText } from "./answer-text.ts";
import { contract, type Contract, type RouteInput, type RouteSchema } from "./contract/index.ts";
import { handlers, type ServerContext } from "./handlers/index.ts";
import { sendEvents } from "./jobs/send-events.ts";

/** Adds each route of the contract, its input and its answer checked by its schemas. */
export function addRoutes(app: FastifyInstance, context: ServerContext): void {
  for (const [key, schema] of Object.entries<RouteSchema>(contract)) {
    const [method = "", url = ""] = key.split(" ");
    app.route({
      method,
      url,
      handler: schema.isStream ? streamOf(context, key, schema) : answerOf(context, key, schema),
    });
  }
}

const answerOf = (context: ServerContext, key: string, schema: RouteSchema) => {
  const handle = handlerOf(key);
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const answer = await context.answering.during(() => handle(context, inputOf(schema, request)));
    return reply.type("application/json; charset=utf-8").send(answerText(key, schema, answer));
  };
};

/** The one stream that there is: what a job says. */
const streamOf =
  ({ jobs }: ServerContext, key: string, schema: RouteSchema) =>
  (request: FastifyRequest, reply: FastifyReply): void => {
    const { params, headers } = inputOf(schema, request) as RouteInput<Contract["GET /api/jobs/:id/events"]>;
    const job = jobs.job(params.id);
    void sendEvents(job, reply, { after: headers["last-event-id"], textOf: (event) => answerText(key, schema, event) });
  };

type AnyHandler = (context: ServerContext, input: unknown) => unknown;

/** The contract's types hold for each handler; here they are called by name. */
function handlerOf(key: string): AnyHandler {
  const handler = (handlers as unknown as Readonly<Record<string, AnyHandler | undefined>>)[key];
  assert(handler !== undefined, `the route ${key} has no handler`);
  return handler;
}

const inputOf = (schema: RouteSchema, request: FastifyRequest) => ({
  params: checked("address", schema.params, request.params),
  query: checkedWhole("query", schema.query, request.query),
  body: checkedWhole("body", schema.body, request.body),
  headers: checked("header", schema.headers, request.headers),
});

/** The value as its schema reads it; refuses it with the value, the place and what would be right. */
function checked(where: string, schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const read = schema.safeParse(value ?? {});
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const path = issue?.path ?? [];
  throw refusalOf(where, value, path, issue?.message ?? "GET /api says what is right");
}

/** The same, and refuses what the schema does not name, which a slip of the pen would else leave unsaid. */
function checkedWhole(where: string, schema: z.ZodType | undefined, value: unknown): unknown {
  const read = checked(where, schema, value);
  const extra = schema && unreadPath(value, read);
  if (extra) throw refusalOf(where, value, extra, "there is no such part; GET /api says which there are");
  return read;
}

/** Where something stands in a value that is not in what was read of it. */
function unreadPath(value: unknown, read: unknown): readonly string[] | undefined {
  if (value === null || typeof value !== "object" || read === null || typeof read !== "object") return undefined;
  for (const [key, each] of Object.entries(value)) {
    if (!(key in read)) return [key];
    const deeper = unreadPath(each, Reflect.get(read, key));
    if (deeper) return [key, ...deeper];
  }
  return undefined;
}

const refusalOf = (where: string, value: unknown, path: readonly PropertyKey[], right: string): Refusal =>
  new Refusal(`${where} ${path.join(".")} is ${shown(valueAt(value, path))}; ${right}`);

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (held, key) => (held !== null && typeof held === "object" ? Reflect.get(held, key) : undefined),
    value,
  );

const shown = (value: unknown): string =>
  value === undefined ? "missing" : (JSON.stringify(value) ?? typeof value).slice(0, 80);
