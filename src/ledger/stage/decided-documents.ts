import type { StageContext } from "../../store/index.ts";
import { claimDecisions, decideClaims, type DecidedDocument } from "./decided-claims.ts";
import { heldDocuments } from "./held-documents.ts";
import { heldInterviews } from "./held-interviews.ts";
import { prepareDocument, readDocument, type PreparedDocument } from "./read-document.ts";
import { prepareInterview } from "./read-interview.ts";
import { fetchReadings } from "./readings.ts";

type Context = Pick<StageContext, "database" | "table">;

/** The documents of the case and the sessions of its interviews, as they are to be read, one at a time. */
export async function* preparedDocuments(context: Context): AsyncGenerator<PreparedDocument> {
  for await (const held of heldDocuments(context)) yield prepareDocument(held);
  for (const interview of await heldInterviews(context)) yield prepareInterview(interview);
}

/** How many documents are asked for at once. */
const documentsAtOnce = 50;

/** The documents of the case as they stand after what people decided of their claims, one at a time; what nobody has read yet is read. */
export async function* decidedDocuments(context: Context): AsyncGenerator<DecidedDocument> {
  const decisions = await claimDecisions(context);
  for await (const some of inGroups(preparedDocuments(context), documentsAtOnce)) {
    const readings = await fetchReadings(
      context,
      some.map(({ textHash }) => textHash),
    );
    for (const prepared of some) yield decideClaims(readDocument(prepared, readings.get(prepared.textHash)), decisions);
  }
}

async function* inGroups<Item>(items: AsyncIterable<Item>, size: number): AsyncGenerator<readonly Item[]> {
  let group: Item[] = [];
  for await (const item of items) {
    group.push(item);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
