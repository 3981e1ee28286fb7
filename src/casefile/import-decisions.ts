import { readFileSync } from "node:fs";
import { Refusal } from "../base/index.ts";
import type { Decision } from "../model/index.ts";
import { judgementLines } from "../views/index.ts";
import { writeJudgement } from "./judge.ts";
import type { OpenCase } from "./open-case.ts";

const decisions: Readonly<Record<string, Decision>> = {
  positive: "same",
  negative: "different",
  unsure: "unsure",
  no_judgement: "none",
};

/** What a resolver file brought: decisions that are new, and joins by a rule, which are nobody's decisions. */
export interface ImportedDecisions {
  readonly written: number;
  readonly joinsByRule: number;
}

/**
 * Reads nomenklatura resolver lines and writes each as a decision of its user; those that rule already are left, and so
 * are joins by a rule, which each case makes for itself.
 */
export async function importDecisions(open: OpenCase, path: string): Promise<ImportedDecisions> {
  const lines = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  const ruling = new Map(
    (await judgementLines(open)).toReversed().map((line) => [`${line.leftId}\n${line.rightId}`, line.decision]),
  );
  let written = 0;
  let joinsByRule = 0;
  for (const [index, line] of lines.entries()) {
    const { target, source, decision, user } = parseLine(path, line, index + 1);
    if (user.startsWith("rule: ")) {
      joinsByRule += 1;
      continue;
    }
    if (ruling.get([target, source].toSorted().join("\n")) === decision) continue;
    await writeJudgement(open, {
      subject: "entity",
      leftId: target,
      rightId: source,
      decision,
      reasons: [`read from a resolver file, line ${index + 1}`],
      actor: user,
    });
    written += 1;
  }
  return { written, joinsByRule };
}

function parseLine(
  path: string,
  line: string,
  number: number,
): { target: string; source: string; decision: Decision; user: string } {
  const refuse = (): never => {
    throw new Refusal(
      `${path}: line ${number} is "${line.slice(0, 80)}"; use a line such as ["id1", "id2", "positive", null, "name", null]`,
    );
  };
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return refuse();
  }
  const [target, source, judgement, , user] = Array.isArray(parsed) ? parsed : [];
  const decision = typeof judgement === "string" ? decisions[judgement] : undefined;
  if (typeof target !== "string" || typeof source !== "string" || decision === undefined) return refuse();
  return { target, source, decision, user: typeof user === "string" ? user : "import" };
}
