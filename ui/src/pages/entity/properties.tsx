import { Link } from "wouter";
import { linkTo } from "../../app/address.ts";
import { StateMark } from "../../parts/state-mark/state-mark.tsx";
import { Value } from "../../parts/value/value.tsx";
import { verdictWords } from "./verdict-words.ts";
import type { Entity, RecordedValue } from "./answer.ts";

type Finding = Entity["findings"][number];

interface Line {
  readonly prop: string;
  readonly value: string;
  readonly recorded: readonly RecordedValue[];
  readonly finding: Finding | undefined;
}

/** Each value of each property once, with its verdict, its sources, and one place to open. */
export function Properties({ entity }: { readonly entity: Entity }) {
  const lines = linesOf(entity.values, entity.findings);
  return (
    <div className="entity-table" tabIndex={0} role="region" aria-label="Properties">
      <table>
        <thead>
          <tr>
            <th scope="col">Property</th>
            <th scope="col">Value</th>
            <th scope="col">Finding</th>
            <th scope="col">Said by</th>
            <th scope="col">Place</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={`${line.prop} ${line.value}`}>
              <th scope="row">
                <span className={line.prop === lines[index - 1]?.prop ? "for-screen-readers" : undefined}>
                  {line.prop}
                </span>
              </th>
              <td>
                <Value text={line.value} />
              </td>
              <td>{line.finding && <FindingLink finding={line.finding} entityId={entity.id} />}</td>
              <td className="second">{[...new Set(line.recorded.map(({ source }) => source))].join(", ")}</td>
              <td>
                <PlaceLink recorded={line.recorded} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const FindingLink = ({ finding, entityId }: { readonly finding: Finding; readonly entityId: string }) => {
  const { state, word } = verdictWords(finding);
  return (
    <Link href={linkTo("/findings", { q: `entity:${entityId}`, at: finding.findingId, panel: "evidence" })}>
      <StateMark state={state} word={word} />
    </Link>
  );
};

function PlaceLink({ recorded }: { readonly recorded: readonly RecordedValue[] }) {
  const first = recorded.find(({ locator }) => locator !== null);
  if (!first?.locator) return null;
  const more = recorded.length - 1;
  return (
    <>
      <Link href={linkTo("/files", { at: first.locator })}>
        <Value text={first.locator} isCode />
      </Link>
      {more > 0 && <span className="second"> and {more} more</span>}
    </>
  );
}

function linesOf(values: readonly RecordedValue[], findings: readonly Finding[]): readonly Line[] {
  const findingOf = new Map(findings.flatMap((finding) => finding.supports.map((id) => [id, finding] as const)));
  const byValue = new Map<string, RecordedValue[]>();
  for (const value of values) {
    const key = `${value.prop}\n${value.value}`;
    byValue.set(key, [...(byValue.get(key) ?? []), value]);
  }
  return [...byValue.values()]
    .flatMap((recorded) => {
      const [first] = recorded;
      if (!first) return [];
      const { prop, value } = first;
      const finding = recorded.flatMap(({ statementId }) => findingOf.get(statementId) ?? [])[0];
      return [{ prop, value, recorded, finding }];
    })
    .toSorted(
      (one, other) =>
        rank(one.prop) - rank(other.prop) ||
        (one.prop < other.prop ? -1 : 1) ||
        other.recorded.length - one.recorded.length,
    );
}

const first = ["name", "alias", "weakAlias", "previousName"];
const rank = (prop: string): number => (first.includes(prop) ? first.indexOf(prop) : first.length);
