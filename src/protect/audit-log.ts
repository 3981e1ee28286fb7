import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hmacSha256, Refusal, sha256, stableJson, type Clock } from "../base/index.ts";

/** One act that must be accounted for; the subject stands in the log as a keyed hash only. */
export interface AuditEntry {
  readonly action: string;
  readonly subject: string;
  readonly actor: string;
  /** Why, where somebody was asked. */
  readonly reason?: string;
}

interface AuditLine {
  readonly action: string;
  readonly subjectMac: string;
  readonly actor: string;
  readonly reason?: string;
  readonly doneAt: string;
  readonly previous: string;
  readonly hash: string;
}

/** The case's audit log: a chained file to which lines are only added. */
export interface AuditLog {
  /** Writes a line for each act durably, before they are done. */
  add(entries: readonly AuditEntry[]): void;
  /** The number of lines; refuses a log whose chain is broken. */
  verify(): number;
}

/** Opens (or begins) `audit.jsonl` in a case's folder. */
export function openAuditLog(caseDir: string, options: { readonly key: Uint8Array; readonly clock: Clock }): AuditLog {
  const path = join(caseDir, "audit.jsonl");
  return {
    add: (entries) => {
      const doneAt = options.clock().toISOString();
      let previous = readLines(path).at(-1)?.hash ?? "";
      const lines = entries.map(({ action, subject, actor, reason }) => {
        const subjectMac = hmacSha256(options.key, subject);
        const line = { action, subjectMac, actor, ...(reason !== undefined && { reason }), doneAt, previous };
        previous = sha256(stableJson(line));
        return `${JSON.stringify({ ...line, hash: previous })}\n`;
      });
      // Unlike one call of writeSync, it writes until all is written.
      writeFileSync(path, lines.join(""), { flag: "a", mode: 0o600, flush: true });
    },
    verify: () => {
      const lines = readLines(path);
      lines.forEach(({ hash, ...line }, index) => {
        const isChained = line.previous === (lines[index - 1]?.hash ?? "");
        if (!isChained || hash !== sha256(stableJson(line))) {
          throw new Refusal(
            `${path}: line ${index + 1} was changed since it was written; restore the file from a copy`,
          );
        }
      });
      return lines.length;
    },
  };
}

function readLines(path: string): AuditLine[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line, index) => parseLine(path, line, index));
}

function parseLine(path: string, text: string, index: number): AuditLine {
  try {
    const line: AuditLine = JSON.parse(text);
    return line;
  } catch {
    throw new Refusal(`${path}: line ${index + 1} is no audit line; restore the file from a copy`);
  }
}
