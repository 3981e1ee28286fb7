import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { CaseFolder } from "./case-folder.ts";
import { custodyProblems, unlisted } from "./custody-problems.ts";
import { lostJudgements } from "./judge.ts";
import { findMaterialProblems, readManifest } from "./manifest.ts";
import type { OpenCase } from "./open-case.ts";

/** One thing that was looked at, and what is wrong with it, if anything. */
export interface DoctorLine {
  readonly what: string;
  readonly problem: string | null;
}

/** Looks at everything that must hold of a case on disk: material, custody, ledger, audit log, secrets. Hashes every byte. */
export async function examineCase(open: OpenCase): Promise<DoctorLine[]> {
  const { folder } = open;
  const problems = await findMaterialProblems(folder.paths, true);
  const manifest = readManifest(folder.paths);
  return [
    ...manifest.map((entry) => {
      const file = `${entry.dataset}/${entry.name}`;
      return { what: `material/${file}`, problem: problems.find((problem) => problem.file === file)?.text ?? null };
    }),
    ...strayFiles(folder, await unlisted(open)),
    ...linesOf("manifest.jsonl", (await custodyProblems(open)).map(restored)),
    ...linesOf("acknowledged.jsonl", [...missingTexts(open).map(restored), ...lostTexts(open)]),
    { what: "audit.jsonl", problem: auditProblem(folder) },
    ...["case.key", "sealed.json"].map((name) => ({ what: name, problem: modeProblem(join(folder.paths.dir, name)) })),
  ];
}

const restored = (problem: string): string => `${problem}; restore the file from a copy`;

/** One line for each problem, or one that says there is none. */
const linesOf = (what: string, problems: readonly string[]): DoctorLine[] =>
  problems.length === 0 ? [{ what, problem: null }] : problems.map((problem) => ({ what, problem }));

function strayFiles(folder: CaseFolder, unlistedFiles: readonly string[]): DoctorLine[] {
  if (!existsSync(folder.paths.material)) return [];
  const known = new Set([
    ...readManifest(folder.paths).map((entry) => `${entry.dataset}/${entry.name}`),
    ...unlistedFiles,
  ]);
  const found = readdirSync(folder.paths.material, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.paths.material.length + 1)
        .replaceAll("\\", "/"),
    );
  return found
    .filter((file) => !known.has(file))
    .toSorted()
    .map((file) => ({
      what: `material/${file}`,
      problem: 'it was put there by hand and is not read; give it to the case with "windfall add"',
    }));
}

/** Lines that are missing from the ledger although the database holds what they acknowledged. */
function missingTexts({ file: { ledger, acknowledged } }: OpenCase): string[] {
  const cut = ledger.hadLines === null ? [] : [`it has ${acknowledged.length} lines and had ${ledger.hadLines}`];
  return [
    ...cut,
    ...ledger.unacknowledged.map((each) => `the line of batch ${each.batchNo} (${each.kind}) is missing`),
  ];
}

function lostTexts(open: OpenCase): string[] {
  const lost = open.file.lost.filter((entry) => entry.kind !== "judgement");
  return [
    ...(lost.length === 0
      ? []
      : [
          `${lost.length} batches that were acknowledged are not in the database; run "windfall run" to make them again`,
        ]),
    ...lostJudgements(open).map(
      (batchNo) =>
        `the decision of batch ${batchNo} is not in the database, and its line does not say what was decided; decide again, or put back a copy of case.duckdb`,
    ),
  ];
}

function auditProblem(folder: CaseFolder): string | null {
  try {
    folder.audit.verify();
    return null;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}

function modeProblem(path: string): string | null {
  if (!existsSync(path) || process.platform === "win32") return null;
  const mode = statSync(path).mode & 0o777;
  return mode === 0o600 ? null : `others can read it (mode ${mode.toString(8)}); run "chmod 600 ${path}"`;
}
