import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveCase } from "../../src/server/index.ts";
import { send, serveSmallCase, type ServedCase } from "./support/served-case.ts";

let served: ServedCase;
beforeAll(async () => {
  served = await serveSmallCase();
});
afterAll(() => served.end());

const ask = (path: string, headers: Record<string, string> = {}, method = "GET", body?: string) =>
  send(served.origin, method, path, { headers, ...(body !== undefined && { body }) });
const own = () => ({ cookie: served.cookie });

describe("who may ask", () => {
  it("the token works once: it was traded for the cookie", async () => {
    const again = await ask(served.serving.address.slice(served.origin.length));
    expect([again.status, JSON.parse(again.text)]).toEqual([
      401,
      { error: "open the address that windfall serve printed; it works once, in one browser" },
    ]);
    expect(again.headers["set-cookie"]).toBeUndefined();
  });

  it("the server listens on loopback alone", () => expect(served.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u));

  it("without the cookie, or with another, nothing is answered", async () => {
    for (const headers of [{}, { cookie: "windfall=x" }, { cookie: `windfall=${"A".repeat(43)}` }])
      for (const path of ["/api/case", "/", "/findings", "/api", "/assets/x.js", "/api/nothing"])
        expect((await ask(path, headers)).status).toBe(401);
    expect((await ask("/api/case", own())).status).toBe(200);
  });

  it("another host's name and another page's origin are refused, cookie or not", async () => {
    for (const host of ["localhost", "evil.example", "127.0.0.1:1"])
      expect((await ask("/api/case", { ...own(), host })).status).toBe(421);
    for (const origin of ["http://evil.example", "null", "https://127.0.0.1"])
      expect((await ask("/api/case", { ...own(), origin })).status).toBe(403);
  });

  it("a change needs the header Origin", async () => {
    const body = JSON.stringify({ list: "findings" });
    const without = await ask("/api/views", own(), "POST", body);
    expect(without.status).toBe(403);
    expect(JSON.parse(without.text).error).toContain(`needs the header "Origin: ${served.origin}"`);
    expect((await ask("/api/views", { ...own(), origin: served.origin }, "POST", body)).status).toBe(200);
    expect((await ask("/api/jobs/1", own(), "DELETE")).status).toBe(403);
  });
});

describe("what every answer carries", () => {
  it("a policy without inline script, with Trusted Types, and nothing that is stored", async () => {
    for (const path of ["/", "/api/case", "/api/nothing"]) {
      const { headers } = await ask(path, own());
      const policy = headers["content-security-policy"] ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe/u);
      expect(headers).toMatchObject({
        "cache-control": "no-store",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
      });
    }
  });

  it("a part of the pages, which holds nothing of a case, is kept; what is answered in its place is not", async () => {
    const kept = async (path: string, headers: Record<string, string>) =>
      (await ask(path, headers)).headers["cache-control"];
    expect(await kept("/assets/part-1a2b.js", own())).toBe("private, max-age=31536000, immutable");
    expect(await kept("/assets/part-1a2b.js", {})).toBe("no-store");
    expect(await kept("/assets/nothing.js", own())).toBe("no-store");
  });

  it("the page's nonce is the policy's, and another each time", async () => {
    const [one, other] = [await ask("/findings?q=kind:new", own()), await ask("/", own())];
    const nonce = /nonce="([^"]+)"/u.exec(one.text)?.[1] ?? "none";
    expect(one.headers["content-security-policy"]).toContain(`'nonce-${nonce}'`);
    expect(other.text).not.toContain(nonce);
  });
});

describe("what is refused", () => {
  const post = (body: string, type = "application/json") =>
    ask("/api/views", { ...own(), origin: served.origin, "content-type": type }, "POST", body);
  it("names the value, the place and the right form", async () => {
    const wrong = await post('{"list":"findngs"}');
    expect(wrong.status).toBe(400);
    expect(JSON.parse(wrong.text).error).toMatch(/^body list is "findngs"; .*"findings"\|"entities"/u);
    expect(JSON.parse((await post("{}")).text).error).toMatch(/^body list is missing/u);
  });
  it("a body that is no JSON, of another type, or too long", async () => {
    expect((await post("{")).status).toBe(400);
    expect((await post("list=findings", "text/plain")).status).toBe(415);
    expect((await post(JSON.stringify({ list: "findings", filter: "x".repeat(1_100_000) }))).status).toBe(413);
  });
  it("what there is not", async () => {
    expect(await ask("/api/nothing", own())).toMatchObject({ status: 404 });
    expect(await ask("/assets/nothing.js", own())).toMatchObject({ status: 404 });
    expect(await ask("/api/jobs/99", own())).toMatchObject({ status: 404 });
    expect(await ask("/api/findings/00", own())).toMatchObject({ status: 404 });
    expect(await ask("/api/views/x/rows?from=0&to=1", own())).toMatchObject({ status: 410 });
  });
  it("a port that another holds", async () => {
    const port = Number(new URL(served.origin).port);
    await expect(serveCase(served.open, { port })).rejects.toThrow(`--port is "${port}", and another process holds it`);
  });
});

describe("the description of the API", () => {
  it("is OpenAPI 3.1 for programs, and a page for people", async () => {
    const { text } = await ask("/api", own());
    const document = JSON.parse(text);
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths)).toContain("/api/views/{id}/rows");
    const page = await ask("/api", { ...own(), accept: "text/html" });
    expect(page.headers["content-type"]).toContain("text/html");
    expect(page.text).toContain("POST /api/views");
    const nonce = /<style nonce="([^"]+)"/u.exec(page.text)?.[1] ?? "none";
    expect(page.headers["content-security-policy"]).toContain(nonce);
  });
});
