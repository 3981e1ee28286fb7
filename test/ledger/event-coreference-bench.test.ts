import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { eventCoreferenceBench } from "../../bench/event-coreference.ts";

let dir = "";
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "windfall-coreference-"));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const documents: Readonly<Record<string, string>> = {
  a: "Customs seized 40 kilograms of amber aboard the Lindora in Port Sabran on Tuesday .",
  b: "The amber confiscated aboard the Lindora in Port Sabran weighed 40 kilograms , customs said .",
  c: "Border guards at Kelmark seized forged passports from a bus on Friday .",
};

const row = (document: string, head: string, lemma: string, chain: string): object => {
  const tokens = (documents[document] ?? "").split(" ");
  const own = { doc_id: document, mention_context: tokens, tokens_number: [tokens.indexOf(head)] };
  return { ...own, mention_head: head, mention_head_lemma: lemma, coref_chain: chain, topic_id: `t${document}` };
};

it("scores mentions of a file beside the head word alone", async () => {
  const file = join(dir, "mentions.json");
  const rows = [
    row("a", "seized", "seize", "sabran"),
    row("b", "confiscated", "confiscate", "sabran"),
    row("c", "seized", "seize", "kelmark"),
  ];
  writeFileSync(file, JSON.stringify(rows));
  expect(await eventCoreferenceBench([file])).toMatchObject({
    documents: 3,
    mentions: 3,
    chains: 2,
    conll: 1,
    peers: { headLemmaOverAll: { muc: { f1: 0 } } },
  });
});

it("says what a file lacks", async () => {
  const file = join(dir, "other.json");
  writeFileSync(file, JSON.stringify([{ doc_id: "a" }]));
  await expect(eventCoreferenceBench([file])).rejects.toThrow(/holds no mentions: .*coref_chain/su);
  await expect(eventCoreferenceBench([file, "--split", "all"])).rejects.toThrow(
    '--split is "all"; use one of train, dev, test',
  );
});
