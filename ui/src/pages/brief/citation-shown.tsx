import { Link } from "wouter";
import { linkTo } from "../../app/address.ts";
import { Value } from "../../parts/index.ts";
import type { Citation } from "./answer.ts";

const kinds: Readonly<Record<Citation["kind"], string>> = {
  statement: "Recorded value",
  finding: "Finding",
  fault: "Could not be read",
  file: "File",
  claim: "Claim of a report, confirmed by a person",
  blockSet: "Chokepoints, with a check file",
};

/** What a number of the brief is: the value or finding, its place with the lines about it, who says it. */
export function CitationShown({ citation }: { readonly citation: Citation }) {
  const [place = ""] = citation.place.split(/, surroundings under \d+| and \d+ more|; /u);
  const isPlace = place.includes("#");
  return (
    <div className="brief-citation">
      <p className="second">{kinds[citation.kind]}</p>
      <p>
        <Value text={citation.title} most={1000} />
      </p>
      {citation.source !== "" && (
        <p className="second">
          <Value text={citation.source} />
        </p>
      )}
      {citation.excerpt && (
        <pre className="brief-excerpt" tabIndex={0} aria-label="The place with the lines about it">
          {citation.excerpt.lines.map((line, index) => (
            <span
              key={`${index} ${line}`} // oxlint-disable-line react/no-array-index-key -- lines do not move
              data-ringed={index === citation.excerpt?.focus || undefined}
            >
              <Value text={line} most={1000} />
            </span>
          ))}
        </pre>
      )}
      {isPlace && (
        <p>
          <Link href={linkTo("/files", { at: place })}>
            <Value text={citation.place} isCode />
          </Link>
        </p>
      )}
      {citation.kind === "blockSet" && <Link href={linkTo("/network", { mode: "block" })}>Open in Network</Link>}
    </div>
  );
}
