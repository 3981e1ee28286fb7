import { Refusal } from "../base/index.ts";
import { holdsHead, keepChainHead, readChainHead, sql, text } from "../store/index.ts";
import { followManifest, readManifest } from "./manifest.ts";
import type { OpenCase } from "./open-case.ts";

/** What is wrong with the manifest: lines that were changed, removed or added by hand, a text for each. */
export async function custodyProblems(open: OpenCase): Promise<string[]> {
  const { chains, problems } = followManifest(open.folder.paths);
  const head = await readChainHead(open.file.database, "manifest.jsonl");
  const isCut = head !== undefined && head.lines > chains.length;
  const isOther = !isCut && problems.length === 0 && !holdsHead(head, (line) => chains[line - 1]);
  return [
    ...problems,
    ...(isCut ? [`it has ${chains.length} lines and had ${head.lines} at the last run`] : []),
    ...(isOther ? [`one of its first ${head?.lines} lines was changed since the last run`] : []),
    ...(await unlisted(open)).map((file) => `the line of ${file}, which the case has read, is missing`),
  ];
}

/** Refuses to read on while custody is not as it was left, and keeps how long the manifest is. */
export async function refuseBrokenCustody(open: OpenCase): Promise<void> {
  const problems = await custodyProblems(open);
  if (problems.length > 0) {
    throw new Refusal(problems.map((problem) => `manifest.jsonl: ${problem}; restore the file from a copy`).join("\n"));
  }
  const { chains } = followManifest(open.folder.paths);
  const head = await readChainHead(open.file.database, "manifest.jsonl");
  if (chains.length === (head?.lines ?? 0)) return;
  const chain = chains.at(-1) ?? "";
  await keepChainHead(open.file.database, "manifest.jsonl", { lines: chains.length, chain });
}

/** The files that the database knows and the manifest does not, as `hand-over/name`. */
export async function unlisted(open: OpenCase): Promise<string[]> {
  const listed = new Set(readManifest(open.folder.paths).map((entry) => `${entry.dataset}/${entry.name}`));
  const read = await open.file.database.rows(
    sql`select distinct d.dataset || '/' || f.name as file
      from held.current_file f join held.current_dataset d using (dataset_no) where f.parent_no is null order by file`,
    { file: text },
  );
  return read.map((row) => row.file).filter((file) => !listed.has(file));
}
