import type { FastifyInstance, FastifyRequest } from "fastify";
import type { z } from "zod";
import { Refusal } from "../base/index.ts";
import { contract, type RouteSchema } from "./contract/index.ts";
import { handlers, type ServerContext } from "./handlers/index.ts";

/** Adds each route of the contract, its input checked by its schemas. */
export function addRoutes(app: FastifyInstance, context: ServerContext): void {
  for (const [key, schema] of Object.entries<RouteSchema>(contract)) {
    const [method = "", url = ""] = key.split(" ");
    const handle = handlerOf(key);
    app.route({
      method,
      url,
      handler: async (request, reply) => {
        if (!handle) return reply.code(501).send({ error: `${key}: this version does not answer it yet` });
        const answer = await handle(context, inputOf(schema, request));
        return reply.type("application/json").send(JSON.stringify(answer, bigIntToText));
      },
    });
  }
}

type AnyHandler = (context: ServerContext, input: unknown) => unknown;

/** The contract's types hold for each handler; here they are called by name. */
const handlerOf = (key: string): AnyHandler | undefined =>
  (handlers as unknown as Readonly<Record<string, AnyHandler | undefined>>)[key];

const inputOf = (schema: RouteSchema, request: FastifyRequest) => ({
  params: checked("address", schema.params, request.params),
  query: checked("query", schema.query, request.query),
  body: checked("body", schema.body, request.body),
});

/** The value as its schema reads it; refuses it with the place and what would be right. */
function checked(where: string, schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const read = schema.safeParse(value ?? {});
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Refusal(`${where} ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "is not as the API page says"}`);
}

/** Amounts may pass 2^53: in JSON they are text. */
const bigIntToText = (_key: string, value: unknown): unknown => (typeof value === "bigint" ? value.toString() : value);
