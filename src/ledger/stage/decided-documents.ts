import type { StageContext } from "../../store/index.ts";
import { claimDecisions, decideClaims, type DecidedDocument } from "./decided-claims.ts";
import { heldDocuments } from "./held-documents.ts";
import { heldInterviews } from "./held-interviews.ts";
import { prepareDocument, readDocument } from "./read-document.ts";
import { prepareInterview, readInterview } from "./read-interview.ts";
import type { EarlierReading } from "./readings.ts";

/** The documents of the case as they stand after what people decided of their claims, one at a time. */
export async function* decidedDocuments(
  context: Pick<StageContext, "database" | "table">,
  earlier: EarlierReading,
): AsyncGenerator<DecidedDocument> {
  const decisions = await claimDecisions(context);
  for await (const held of heldDocuments(context)) {
    const prepared = prepareDocument(held);
    yield decideClaims(readDocument(prepared, await earlier(prepared.textHash)), decisions);
  }
  for (const interview of await heldInterviews(context)) {
    const prepared = prepareInterview(interview);
    yield decideClaims(readInterview(prepared, interview, await earlier(prepared.textHash)), decisions);
  }
}
