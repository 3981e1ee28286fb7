import { gzipSync } from "node:zlib";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { removeFolders, stageBytes, type StagedCase } from "./support/staged-rows.ts";
import { openTakeIn, type TakeInCase } from "./support/take-in-case.ts";

const open: TakeInCase[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.testCase.close();
});
afterAll(removeFolders);

/** `document kind(name): text` of each passage. */
const passagesOf = async ({ staged, cells }: StagedCase, member = 0): Promise<string[]> =>
  (await cells(staged.files[member]?.parts[0])).map(
    ([, text, kind, , , , document, name]) => `${document} ${kind}${name == null ? "" : `(${name})`}: ${text}`,
  );

const rss = `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel><title>Harbour Digest</title><link>https://digest.example/</link>
<item><title>Four men ashore</title><link>https://digest.example/1</link><pubDate>Mon, 11 Nov 2019 16:40:00 +0900</pubDate>
<dc:creator>Ann Lee</dc:creator><source url="https://wire.example/rss">Strait Wire</source>
<description>Four men ...</description><content:encoded><![CDATA[<p>Four men &amp; a boat.</p><blockquote>We saw them.</blockquote>]]></content:encoded></item>
<item><title>No boat</title><description>&lt;b&gt;Nothing&lt;/b&gt; was found.</description></item></channel></rss>`;

describe("a feed", () => {
  it("is a document, and so is each of its items", async () => {
    const staged = await stageBytes("a.rss", rss);
    expect(staged.staged.files[0]).toMatchObject({ form: "feed", faults: [] });
    expect(await passagesOf(staged)).toEqual([
      "1 meta(channel:title): Harbour Digest",
      "1 meta(channel:link): https://digest.example/",
      "2 title: Four men ashore",
      "2 meta(link): https://digest.example/1",
      "2 meta(pubdate): Mon, 11 Nov 2019 16:40:00 +0900",
      "2 meta(dc:creator): Ann Lee",
      "2 meta(source): Strait Wire",
      "2 meta(source:url): https://wire.example/rss",
      "2 meta(description): Four men ...",
      "2 paragraph: Four men & a boat.",
      "2 quote: We saw them.",
      "3 title: No boat",
      "3 paragraph: Nothing was found.",
    ]);
    const places = await staged.places(staged.staged.files[0]?.parts[0]);
    expect(rss.slice(...(places[2]?.slice(0, 2) as [number, number]))).toBe("Four men ashore");
  });

  it("says of each item from which outlet it was taken, and else that the feed is the outlet", async () => {
    const taking = await openTakeIn();
    open.push(taking);
    await taking.take("a.rss", rss);
    expect(await taking.said("s.prop in ('publisher', 'title', 'publishedAt', 'author')")).toEqual([
      "Article.publisher = Harbour Digest @ row 1",
      "Article.publisher = Harbour Digest @ row 1",
      "Article.title = Harbour Digest @ row 1",
      "Article.title = Four men ashore @ row 3",
      "Article.publishedAt = 2019-11-11T07:40:00 @ row 5",
      "Article.author = Ann Lee @ row 6",
      "Article.publisher = Strait Wire @ row 7",
      "Article.title = No boat @ row 12",
    ]);
  });

  it("in the form of Atom is read too, cut off, and with entities of its own that are not expanded", async () => {
    const atom = `<!DOCTYPE feed><feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><title>One</title>
      <link href="https://wire.example/1"/><author><name>Bo Ri</name></author><updated>2019-11-12</updated>
      <content type="xhtml"><div xmlns="x"><p>Text &bomb;</p></div></content></entry><entry><title>Cut`;
    expect(await passagesOf(await stageBytes("a.atom", atom))).toEqual([
      "1 meta(channel:title): Wire",
      "2 title: One",
      "2 meta(link): https://wire.example/1",
      "2 meta(author): Bo Ri",
      "2 meta(updated): 2019-11-12",
      "2 paragraph: Text &bomb;",
      "3 title: Cut",
    ]);
  });
});

const record = (type: string, address: string, contentType: string, block: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(
      `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${address}\r\nWARC-Date: 2019-11-12T01:02:03Z\r\nContent-Type: ${contentType}\r\nContent-Length: ${block.length}\r\n\r\n`,
    ),
    block,
    Buffer.from("\r\n\r\n"),
  ]);
const answer = (fields: string, body: string | Buffer): Buffer =>
  Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${fields}\r\n\r\n`), Buffer.from(body)]);

describe("a web archive", () => {
  const html = "<title>A page</title><p>Four men came ashore.</p>";
  const archive = Buffer.concat([
    record("warcinfo", "", "application/warc-fields", Buffer.from("software: x")),
    record(
      "response",
      "https://x.example/a",
      "application/http; msgtype=response",
      answer("Content-Type: text/html", html),
    ),
    record(
      "response",
      "https://x.example/b",
      "application/http",
      answer(
        "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip",
        chunked(gzipSync("<p>Packed.</p>")),
      ),
    ),
    record("response", "https://x.example/p.png", "application/http", answer("Content-Type: image/png", "x")),
    record("resource", "https://x.example/list.csv?x=1", "text/csv", Buffer.from("Name,Sum\nRi,5\nPak,6\n")),
  ]);

  it("has a document for each page, and files for what else it holds", async () => {
    const staged = await stageBytes("a.warc", archive);
    expect(staged.staged.files.map(({ form, name }) => [form, name])).toEqual([
      ["warc", "a.warc"],
      ["csv", "1/list.csv"],
    ]);
    const passages = (await passagesOf(staged)).filter((line) => !/WARC-(?:Type|Date)/u.test(line));
    expect(passages).toEqual([
      "1 meta(WARC-Target-URI): https://x.example/a",
      "1 meta(title): A page",
      "1 paragraph: Four men came ashore.",
      "2 meta(WARC-Target-URI): https://x.example/b",
      "2 paragraph: Packed.",
    ]);
    const [from, to] = (await staged.places(staged.staged.files[0]?.parts[0]))[4] ?? [];
    expect(archive.toString("latin1", from, to)).toBe("Four men came ashore.");
    expect(staged.staged.files[0]?.faults.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      "unsupported: A record holds pictures, styles or scripts of pages; these are not read.",
    ]);
  });

  it("packed member by member is unpacked first, as any gzip file is", async () => {
    const staged = await stageBytes(
      "a.warc.gz",
      Buffer.concat([gzipSync(archive.subarray(0, 300)), gzipSync(archive.subarray(300))]),
    );
    expect(staged.staged.files.map(({ form, name }) => [form, name])).toEqual([
      ["gzip", "a.warc.gz"],
      ["warc", "a.warc"],
      ["csv", "1/list.csv"],
    ]);
    expect(staged.staged.files[0]).toMatchObject({ rowsPresent: 0, faults: [] });
  });

  it("that is damaged or cut off is read where it is whole", async () => {
    const broken = Buffer.concat([archive.subarray(0, -10), Buffer.from("junk\n"), archive]);
    const staged = await stageBytes("a.warc", broken);
    const texts = (await passagesOf(staged)).filter((line) => line.includes("paragraph"));
    expect(texts).toEqual([
      "1 paragraph: Four men came ashore.",
      "2 paragraph: Packed.",
      "3 paragraph: Four men came ashore.",
      "4 paragraph: Packed.",
    ]);
    expect(staged.staged.files[0]?.faults.map(({ kind, rowsLost }) => `${kind} ${rowsLost}`)).toEqual([
      "damaged 1",
      "unsupported 0",
    ]);
    const gzip = await stageBytes("a.txt.gz", gzipSync("one line\n".repeat(500)).subarray(0, 40));
    expect(gzip.staged.files[0]?.faults.map(({ kind }) => kind)).toEqual(["damaged"]);
  });
});

function chunked(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n0\r\n\r\n")]);
}
