import type { StageContext } from "../../store/index.ts";
import { claimDecisions, decideClaims, type DecidedDocument } from "./decided-claims.ts";
import { keyOfSession, type AskedDocuments } from "./documents-asked.ts";
import { heldDocuments } from "./held-documents.ts";
import { heldInterviews } from "./held-interviews.ts";
import { addedClaims, modelProposals } from "./model-claims.ts";
import { prepareDocument, readDocument, type PreparedDocument } from "./read-document.ts";
import { prepareInterview } from "./read-interview.ts";
import { fetchReadings } from "./readings.ts";

type Context = Pick<StageContext, "database" | "table">;

/** The documents of the case and the sessions of its interviews, or those alone that are asked for, as they are to be read, one at a time. */
export async function* preparedDocuments(context: Context, asked?: AskedDocuments): AsyncGenerator<PreparedDocument> {
  for await (const held of heldDocuments(context, asked)) yield prepareDocument(held);
  for (const interview of await heldInterviews(context))
    if (!asked || asked.keys.has(keyOfSession(interview.held.entityId))) yield prepareInterview(interview);
}

/** How many documents are asked for at once. */
const documentsAtOnce = 50;

/** The same as they stand after what people decided of their claims; what nobody has read yet is read. */
export async function* decidedDocuments(context: Context, asked?: AskedDocuments): AsyncGenerator<DecidedDocument> {
  const decisions = await claimDecisions(context);
  const proposals = await modelProposals(context);
  for await (const some of inGroups(preparedDocuments(context, asked), documentsAtOnce)) {
    const readings = await fetchReadings(
      context,
      some.map(({ textHash }) => textHash),
    );
    for (const prepared of some) {
      const read = readDocument(prepared, readings.get(prepared.textHash));
      yield decideClaims(read, decisions, addedClaims(read, proposals.get(read.held.entityId) ?? []));
    }
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
