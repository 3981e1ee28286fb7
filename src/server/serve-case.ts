import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import fastify, { type FastifyReply, type FastifyRequest } from "fastify";
import { Refusal } from "../base/index.ts";
import { views, type OpenCase } from "../casefile/index.ts";
import { Answering } from "./access/answering.ts";
import { openAccess } from "./access/case-access.ts";
import { NetworkDesks } from "./access/network-desks.ts";
import { addRoutes } from "./add-routes.ts";
import { apiPage, openApiDocument } from "./api-page.ts";
import { sayFailures, type SayFailure } from "./failure-words.ts";
import type { ServerContext } from "./handlers/index.ts";
import { HttpRefusal } from "./http-refusal.ts";
import { Jobs } from "./jobs/jobs.ts";
import { FrozenViews } from "./lists/frozen-views.ts";
import { ListTables } from "./lists/list-tables.ts";
import { securityHeaders } from "./security/policy.ts";
import { Visitors } from "./security/visitors.ts";

/** Loopback only: nobody on the network sees a case. */
const host = "127.0.0.1";
const builtPagesDir = fileURLToPath(new URL("../ui", import.meta.url));
const bodyBytesMax = 1024 * 1024;

/** Of the pages' own parts: each is called after its content and holds nothing of a case. */
const keptForGood = "private, max-age=31536000, immutable";

/** A server that runs. */
export interface Serving {
  /** With the one-time token. */
  readonly address: string;
  /** Calls jobs, searches and questions off, waits until they have ended, and ends. */
  close(): Promise<void>;
}

/** How a case is served: on which port (0: one that is free), and where the built pages lie, if not beside the program. */
export interface ServeOptions {
  readonly port: number;
  readonly pagesDir?: string;
}

/** Serves an open case on loopback. Refuses a port that somebody holds. */
export async function serveCase(open: OpenCase, { port, pagesDir = builtPagesDir }: ServeOptions): Promise<Serving> {
  const visitors = new Visitors();
  const app = fastify({ bodyLimit: bodyBytesMax, forceCloseConnections: true });
  app.removeContentTypeParser("text/plain");
  const sayFailure = sayFailures([
    { dir: open.folder.paths.dir, words: "the case's folder" },
    { dir: pagesDir, words: "the pages' folder" },
  ]);
  app.setErrorHandler((cause, _request, reply) => answerFailure(cause, reply, sayFailure));
  app.setNotFoundHandler(({ method, url }, reply) =>
    refuse(reply, 404, `there is no ${method} ${url.split("?")[0]}; GET /api lists what there is`),
  );
  const origin = { of: "" };
  app.addHook("onRequest", async (request, reply) => admit(request, reply, { visitors, origin: origin.of, pagesDir }));
  const context = await makeContext(open, sayFailure);
  app.get("/api", (request, reply) => describe(request, reply));
  addRoutes(app, context);
  await app.register(fastifyStatic, { root: join(pagesDir, "assets"), prefix: "/assets/", cacheControl: false });
  app.addHook("onSend", async (request, reply, payload) => {
    if (request.url.startsWith("/assets/") && reply.statusCode === 200) reply.header("cache-control", keptForGood);
    return payload;
  });
  origin.of = await app.listen({ host, port }).catch((cause: unknown) => {
    throw orPortTaken(cause, port);
  });
  const closing = new AbortController();
  const warm = warmUp(context, closing.signal).catch(() => undefined);
  return {
    address: `${origin.of}/?token=${visitors.oneTimeToken ?? ""}`,
    close: async () => {
      closing.abort();
      await Promise.all([context.jobs.end(), context.desks.end(), warm]);
      await app.close();
      await Promise.all([context.answering.end(context.interrupt), context.frozen.end()]);
    },
  };
}

/** What the handlers work with. */
async function makeContext(owner: OpenCase, sayFailure: SayFailure): Promise<ServerContext> {
  await owner.file.attachMemory(views.shownDatabase);
  const access = await openAccess(owner);
  const frozen = new FrozenViews(await ListTables.of(access), owner.clock);
  const jobs = new Jobs(owner.clock, sayFailure);
  return Object.assign(access, {
    answering: new Answering(),
    frozen,
    jobs,
    desks: await NetworkDesks.of(access, jobs),
  });
}

/** When nobody has waited for so long, the first page stands, which nothing else should hold up. */
const warmAfterMs = 300;

/** Makes the list of findings, which most visits ask for next; who asks for it is told what fails. */
async function warmUp({ answering, frozen: { tables } }: ServerContext, signal: AbortSignal): Promise<void> {
  await answering.rest(warmAfterMs, signal);
  await tables.release(await tables.hold({ name: "findings", of: null }));
}

const orPortTaken = (cause: unknown, port: number): unknown =>
  cause instanceof Error && "code" in cause && cause.code === "EADDRINUSE"
    ? new Refusal(`--port is "${port}", and another process holds it; choose another, or leave it out`)
    : cause;

/** Lets a request through to its route, or answers it: with the reason of a refusal, the cookie that a token buys, or a page. */
async function admit(
  request: FastifyRequest,
  reply: FastifyReply,
  { visitors, origin, pagesDir }: { readonly visitors: Visitors; readonly origin: string; readonly pagesDir: string },
): Promise<FastifyReply | undefined> {
  const nonce = randomBytes(16).toString("base64url");
  reply.headers(securityHeaders(nonce));
  const { headers, method } = request;
  if (`http://${headers.host ?? ""}` !== origin) return refuse(reply, 421, "another host was asked for");
  if (headers.origin !== undefined && headers.origin !== origin) return refuse(reply, 403, "another page asked");
  if (headers.origin === undefined && !readingMethods.has(method))
    return refuse(reply, 403, `${method} changes something and needs the header "Origin: ${origin}"`);
  const token = tokenOf(request);
  if (token !== undefined) return trade(reply, visitors.trade(token));
  if (!visitors.knows(headers.cookie)) return refuse(reply, 401, howToEnter);
  if (isPage(request)) return reply.type("text/html; charset=utf-8").send(page(pagesDir, nonce));
  return undefined;
}

const readingMethods = new Set(["GET", "HEAD"]);
const howToEnter = "open the address that windfall serve printed; it works once, in one browser";

const tokenOf = (request: FastifyRequest): string | undefined =>
  new URL(request.url, "http://localhost").searchParams.get("token") ?? undefined;

const trade = (reply: FastifyReply, cookie: string | undefined): FastifyReply =>
  cookie === undefined ? refuse(reply, 401, howToEnter) : reply.header("set-cookie", cookie).redirect("/");

const refuse = (reply: FastifyReply, code: number, error: string): FastifyReply => reply.code(code).send({ error });

const isPage = ({ method, url }: FastifyRequest): boolean =>
  method === "GET" && !/^\/(?:api|assets)(?:[/?]|$)/u.test(url);

const page = (pagesDir: string, nonce: string): string =>
  readFileSync(join(pagesDir, "index.html"), "utf8").replaceAll("__NONCE__", nonce);

/** The API's own description: a page for a browser, OpenAPI for others. */
function describe(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const nonce = randomBytes(16).toString("base64url");
  return request.headers.accept?.includes("text/html") === true
    ? reply.headers(securityHeaders(nonce)).type("text/html; charset=utf-8").send(apiPage(nonce))
    : reply.send(openApiDocument());
}

function answerFailure(cause: unknown, reply: FastifyReply, sayFailure: SayFailure): FastifyReply {
  if (cause instanceof HttpRefusal) return refuse(reply, cause.status, sayFailure(cause));
  if (cause instanceof Refusal) return refuse(reply, 400, sayFailure(cause));
  // What the framework refuses: a body that is too long, of another type, or no JSON.
  const status = cause instanceof Error && "statusCode" in cause ? Number(cause.statusCode) : 500;
  if (cause instanceof Error && status >= 400 && status < 500)
    return refuse(reply, status, `${cause.message}; a body is JSON of at most ${bodyBytesMax} bytes`);
  return refuse(reply, 500, sayFailure(cause));
}
