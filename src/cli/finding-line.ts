import type { FindingSaid } from "../casefile/index.ts";
import { shown } from "./show.ts";

/** A finding on one line: the verdict, of whom, which value, where it stands and what stands against it. */
export function findingLine(said: FindingSaid, verdict: string): string {
  const { finding, who, what, value, supports, contradicts } = said;
  const isNew = finding.isNew ? "  [not held before]" : "";
  const against = contradicts.length === 0 ? "" : `  against ${places(contradicts)}`;
  return `${verdict}: ${shown(who)}  ${shown(value === "" ? what : `${what} ${value}`)}  ${places(supports)}${against}${isNew}  ${shown(finding.explanation)}`;
}

const mostPlaces = 3;

function places(evidence: FindingSaid["supports"]): string {
  const all = evidence.map((each) => shown(each.locator ?? each.dataset));
  const more = all.length > mostPlaces ? ` and ${all.length - mostPlaces} more` : "";
  return `${all.slice(0, mostPlaces).join(", ")}${more}`;
}
