import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256, stableJson } from "../base/index.ts";
import { briefVersion } from "../brief/index.ts";
import type { SharedTable } from "../model/index.ts";
import { sql } from "../store/index.ts";
import { fingerprintOf, lastFingerprint, type FingerprintedStage } from "./fingerprint.ts";
import type { OpenCase } from "./open-case.ts";
import { writeBrief, type BriefFiles } from "./write-brief.ts";

/** What a brief follows from: what came in, what people decided, and every table that a stage derived from it. */
const brief: FingerprintedStage = {
  name: "brief",
  codeVersion: briefVersion,
  reads: [
    "source",
    "dataset",
    "statement",
    "judgement",
    "rate",
    "note",
    "hypothesis",
    "candidate_pair",
    "cluster",
    "payment",
    "root",
    "finding",
    "flow",
    "block_set",
    "review",
    "claim",
    "event",
  ],
};

/** Writes the brief, unless the one that is there follows from the same tables and nobody touched it. */
export async function bringBriefUpToDate(
  open: OpenCase,
  { fingerprints, unknown }: { readonly fingerprints: ReadonlyMap<SharedTable, string>; readonly unknown: string[] },
): Promise<BriefFiles> {
  const tables = await fingerprintOf(open, brief, fingerprints);
  const inputs = unknown.length === 0 ? tables : sha256(stableJson({ tables, unknown }));
  const written = briefFiles(open);
  if (hashOf(open, inputs, written) === (await lastFingerprint(open, brief))) return written;
  const files = await writeBrief(open);
  await open.database.run(sql`delete from w_open.stage_run where stage = ${brief.name}`);
  await open.database.run(
    sql`insert into w_open.stage_run values (${brief.name}, unhex(${hashOf(open, inputs, files)}), ${brief.codeVersion})`,
  );
  return files;
}

/** The files as an earlier run left them. */
function briefFiles(open: OpenCase): BriefFiles {
  const { out } = open.folder.paths;
  const certificate = join(out, "certificate.json");
  return {
    html: join(out, "brief.html"),
    markdown: join(out, "brief.md"),
    data: join(out, "brief.json"),
    certificate: existsSync(certificate) ? certificate : null,
  };
}

function hashOf(open: OpenCase, inputs: string, { html, markdown, data, certificate }: BriefFiles): string {
  const contents = [html, markdown, data, certificate].map((path) =>
    path !== null && existsSync(path) ? sha256(readFileSync(path)) : null,
  );
  return sha256(stableJson({ inputs, title: open.folder.config.title, contents }));
}
