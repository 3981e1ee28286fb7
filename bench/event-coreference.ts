import { parseArgs } from "node:util";
import { at } from "../src/base/index.ts";
import { clusterDocuments, headLemma, joinMentions, weighDocuments } from "../src/ledger/index.ts";
import { learnWeights } from "./coreference/learn-weights.ts";
import { readMentions, splits, type MentionSet, type Split } from "./coreference/read-mentions.ts";
import { scoreChains, type ChainScores } from "./coreference/score-chains.ts";

/**
 * Joins given mentions of events across documents and scores the chains by CoNLL's average of MUC, B-cubed and CEAF-e,
 * without the stories being given; beside it the head lemma alone, over all documents, within the stories found, and
 * within the stories that the file names. `--split` is one of train, dev and test (test); `--learn` prints the weights
 * that the split teaches instead.
 */
export async function eventCoreferenceBench(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { split: { type: "string", default: "test" }, learn: { type: "boolean", default: false } },
  });
  if (positionals.length === 0) throw new Error("event-coreference takes a folder of ECB+ or a file of mentions");
  const split = parseSplit(values.split);
  const results: unknown[] = [];
  for (const path of positionals) {
    const set = await readMentions(path, split);
    results.push(values.learn ? learnWeights(set) : measure(set));
  }
  return results.length === 1 ? results[0] : results;
}

function parseSplit(text: string): Split {
  const split = splits.find((each) => each === text);
  if (split === undefined) throw new Error(`--split is "${text}"; use one of ${splits.join(", ")}`);
  return split;
}

function measure({ input, texts, mentions }: MentionSet) {
  const started = performance.now();
  const documents = weighDocuments(texts);
  const found = labelsOf(joinMentions(documents, mentions), mentions.length);
  const seconds = Math.round(performance.now() - started) / 1000;
  const stories = clusterDocuments(documents);
  const storyOf = labelsOf(stories, texts.length);
  const score = (labels: readonly string[]): ChainScores =>
    scoreChains(
      mentions.map(({ chain }) => chain),
      labels,
    );
  return {
    input,
    documents: texts.length,
    mentions: mentions.length,
    chains: new Set(mentions.map(({ chain }) => chain)).size,
    stories: { found: stories.length, named: new Set(mentions.map(({ topic }) => topic)).size },
    ...score(found),
    peers: {
      headLemmaOverAll: score(mentions.map(({ givenLemma }) => givenLemma)),
      ownHeadLemmaOverAll: score(mentions.map(({ head }) => headLemma(head))),
      headLemmaInStoriesFound: score(
        mentions.map(({ givenLemma, document }) => `${at(storyOf, document)} ${givenLemma}`),
      ),
      headLemmaInStoriesNamed: score(mentions.map(({ givenLemma, topic }) => `${topic} ${givenLemma}`)),
    },
    seconds,
  };
}

function labelsOf(groups: readonly (readonly number[])[], count: number): string[] {
  const labels = Array.from({ length: count }, () => "");
  for (const [label, group] of groups.entries()) for (const place of group) labels[place] = String(label);
  return labels;
}
