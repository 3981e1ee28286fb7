import type { Stage } from "../store/index.ts";

/**
 * Reads the documents of the case and the answers of its interviews for claims, as proposals that a person confirms or rejects; joins them to events, counts
 * the independent sources of each, and finds what contradicts and what grew firmer in the telling. All of it is made twice:
 * from every claim that nobody rejected, and from the confirmed ones alone. English, Korean, Chinese and Russian are read, each block by its own rules; blocks of other languages are counted. A text that was read before is not read again.
 * Of people in flight no place closer than a country and no time closer than a month is written.
 */
export const ledgerStage: Stage = {
  name: "ledger",
  codeVersion: "14",
  reads: [
    "passage",
    "interview_answer",
    "occurrence",
    "statement",
    "fault",
    "file",
    "dataset",
    "source",
    "judgement",
    "model_proposal",
  ],
  writes: [
    "ledger_document",
    "guarded_text",
    "guarded_name",
    "claim",
    "claim_source",
    "event",
    "event_claim",
    "event_root",
    "contradiction",
    "drift",
  ],
  // Found by the hash of a text: a run that is stopped, and the next with one document more, read only what is new.
  keeps: ["claim_reading"],
  engineMb: 400,
  run: async (context) => {
    // The tagger takes half a second to load: a case without documents does not wait for it.
    const { writeLedger } = await import("./stage/write-ledger.ts");
    await writeLedger(context, ledgerStage.writes);
  },
};
