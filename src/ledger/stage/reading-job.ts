import type { DocumentClaims } from "../claims/read-claims.ts";
import { readReport, type Report, type ReportClaims } from "../foreign/read-report.ts";
import type { InterviewRow } from "../interviews/interview-claims.ts";
import { readAnswers } from "./read-answers.ts";

/** What is to be read: the text of a report, or the answers of a session. */
export type ReadingJob =
  | { readonly kind: "report"; readonly report: Report }
  | { readonly kind: "interview"; readonly rows: readonly InterviewRow[] };

/** What was read in a text; in a report also by which rules, and what no rules read. */
export type Reading = DocumentClaims & Partial<Pick<ReportClaims, "reading">>;

/** Reads a text for claims on the thread that calls. */
export function doReadingJob(job: ReadingJob): Reading {
  switch (job.kind) {
    case "report":
      return readReport(job.report);
    case "interview":
      return readAnswers(job.rows);
  }
}
