import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { Refusal } from "../base/index.ts";
import { views, type OpenCase } from "../casefile/index.ts";
import { openAccess } from "./access/case-access.ts";
import { addRoutes } from "./add-routes.ts";
import type { ServerContext } from "./handlers/index.ts";
import { HttpRefusal } from "./http-refusal.ts";
import { FrozenViews } from "./lists/frozen-views.ts";
import { ListTables } from "./lists/list-tables.ts";
import { securityHeaders } from "./security/policy.ts";
import { Visitors } from "./security/visitors.ts";

/** Loopback only: nobody on the network sees a case. */
const host = "127.0.0.1";
const pagesDir = fileURLToPath(new URL("../ui", import.meta.url));

/** A server that runs. */
export interface Serving {
  /** With the one-time token. */
  readonly address: string;
  close(): Promise<void>;
}

/** Serves an open case on loopback; port 0 takes a free one. */
export async function serveCase(open: OpenCase, port: number): Promise<Serving> {
  const visitors = new Visitors();
  const app = fastify({ bodyLimit: 1024 * 1024, forceCloseConnections: true });
  app.setErrorHandler(answerFailure);
  const origin = { of: "" };
  app.addHook("onRequest", async (request, reply) => {
    const nonce = randomBytes(16).toString("base64url");
    reply.headers(securityHeaders(nonce));
    if (`http://${request.headers.host ?? ""}` !== origin.of) return refuse(reply, 421, "another host was asked for");
    if (request.headers.origin !== undefined && request.headers.origin !== origin.of)
      return refuse(reply, 403, "another page asked");
    const token = tokenOf(request);
    if (token !== undefined) return admit(reply, visitors.trade(token));
    if (!visitors.knows(request.headers.cookie)) return refuse(reply, 401, howToEnter);
    if (isPage(request)) return reply.type("text/html; charset=utf-8").send(page(nonce));
    return undefined;
  });
  addRoutes(app, await makeContext(open));
  await app.register(fastifyStatic, { root: join(pagesDir, "assets"), prefix: "/assets/", cacheControl: false });
  origin.of = await app.listen({ host, port });
  return { address: `${origin.of}/?token=${visitors.oneTimeToken ?? ""}`, close: () => app.close() };
}

/** What the handlers work with. */
async function makeContext(owner: OpenCase): Promise<ServerContext> {
  await owner.file.attachMemory(views.shownDatabase);
  const access = await openAccess(owner);
  return { ...access, frozen: new FrozenViews(new ListTables(access), owner.clock) };
}

const howToEnter = "open the address that windfall serve printed; it works once, in one browser";

const tokenOf = (request: FastifyRequest): string | undefined =>
  new URL(request.url, "http://localhost").searchParams.get("token") ?? undefined;

const admit = (reply: FastifyReply, cookie: string | undefined): FastifyReply =>
  cookie === undefined ? refuse(reply, 401, howToEnter) : reply.header("set-cookie", cookie).redirect("/");

const refuse = (reply: FastifyReply, code: number, error: string): FastifyReply => reply.code(code).send({ error });

const isPage = ({ method, url }: FastifyRequest): boolean =>
  method === "GET" && !url.startsWith("/api/") && !url.startsWith("/assets/");

const page = (nonce: string): string =>
  readFileSync(join(pagesDir, "index.html"), "utf8").replaceAll("__NONCE__", nonce);

function answerFailure(
  this: FastifyInstance,
  cause: unknown,
  _request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (cause instanceof HttpRefusal) return refuse(reply, cause.status, cause.message);
  if (cause instanceof Refusal) return refuse(reply, 400, cause.message);
  return refuse(reply, 500, `this is a fault of Windfall: ${cause instanceof Error ? cause.message : String(cause)}`);
}
