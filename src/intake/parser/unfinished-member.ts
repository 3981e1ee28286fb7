import { createHash } from "node:crypto";
import { closeSync, openSync, readdirSync, readSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

import type { ChildJob } from "./child-job.ts";
import type { StagedMember } from "./staged.ts";
import type { ChildEnd, ChildStory } from "./watch-child.ts";

type HeadOfMember = Pick<
  StagedMember,
  "ordinal" | "parentOrdinal" | "name" | "bytes" | "sha256" | "mediaType" | "form"
>;

/**
 * The members that a child finished, and those at which it ended, as faults: the one in hand with the rows that were
 * seen of it, the archives around it as not unpacked to their end. Half written tables are removed. If the child ended
 * before it began, the file itself is the one.
 */
export function withUnfinished(story: ChildStory, job: ChildJob): StagedMember[] {
  const known = new Set(story.members.flatMap((member) => filesOf(member)));
  for (const name of readdirSync(job.outDir)) if (!known.has(name)) rmSync(join(job.outDir, name), { force: true });
  const hasRoot = [...story.members, ...story.unfinished].some((member) => member.ordinal === 0);
  const [inHand, ...around] = hasRoot ? story.unfinished : [{ ...wholeFile(job), rows: 0 }];
  const broken = inHand ? [brokenMember(inHand, textOf(story.end, inHand.rows), story.end)] : [];
  const text = "The archive is not unpacked to its end: its other members are not read, because reading was stopped.";
  return [...story.members, ...broken, ...around.map((member) => brokenMember(member, text, story.end))];
}

function brokenMember(member: HeadOfMember & { readonly rows: number }, text: string, end: ChildEnd): StagedMember {
  const { ordinal, parentOrdinal, name, bytes, sha256, mediaType, form, rows } = member;
  const rowsLost = Math.max(1, rows);
  const fault = { part: null, rowNo: null, colNo: null, byteFrom: null, kind: kindOf(end), text, rowsLost };
  const counts = { rowsPresent: rowsLost, rowsRead: 0, rowsLost };
  return { ordinal, parentOrdinal, name, bytes, sha256, mediaType, form, parts: [], faults: [fault], ...counts };
}

/** The sentence for a file at which the child ended. */
export function textOf(end: ChildEnd, rows: number): string {
  const text = end.kind === "done" ? "The parser ended before it read the file." : end.text;
  return rows === 0 ? text : `${text} Of its rows ${rows} were seen; none of them is kept.`;
}

const kindOf = (end: ChildEnd): "timeout" | "memory" | "crashed" =>
  end.kind === "done" || end.kind === "refused" ? "crashed" : end.kind;

const filesOf = (member: StagedMember): string[] =>
  member.parts.flatMap((part) => [...part.chunks, ...(part.extras ? [part.extras] : [])].map((chunk) => chunk.file));

function wholeFile(
  job: ChildJob,
): Pick<StagedMember, "ordinal" | "parentOrdinal" | "name" | "bytes" | "sha256" | "mediaType" | "form"> {
  const mediaType = "application/octet-stream";
  return { ordinal: 0, parentOrdinal: null, name: job.name, mediaType, form: "unsupported", ...hashFile(job.path) };
}

function hashFile(path: string): { bytes: number; sha256: string } {
  const hash = createHash("sha256");
  const piece = Buffer.allocUnsafe(1024 * 1024);
  const descriptor = openSync(path, "r");
  for (let count = readSync(descriptor, piece); count > 0; count = readSync(descriptor, piece))
    hash.update(piece.subarray(0, count));
  closeSync(descriptor);
  return { bytes: statSync(path).size, sha256: hash.digest("hex") };
}
