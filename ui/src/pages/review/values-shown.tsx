import { Link } from "wouter";
import { linkTo } from "../../app/address.ts";
import { Value, wholeToText } from "../../parts/index.ts";
import type { RecordedValue } from "./answer.ts";

/** So many values of one property are shown of each side. */
const mostValues = 3;

/** Each value once, with the first of its places. */
export function Values({ values }: { readonly values: readonly RecordedValue[] }) {
  const first = new Map<string, RecordedValue>();
  for (const value of values) if (!first.has(value.value)) first.set(value.value, value);
  const all = [...first.values()];
  return (
    <ul>
      {all.slice(0, mostValues).map((value) => (
        <li key={value.value}>
          <Value text={value.value} />{" "}
          {value.locator !== null && (
            <Link className="second note" href={linkTo("/files", { at: value.locator })}>
              <Value text={value.locator} isCode />
            </Link>
          )}
        </li>
      ))}
      {all.length > mostValues && <li className="second">{wholeToText(all.length - mostValues)} more</li>}
    </ul>
  );
}

const first = ["name", "alias", "weakAlias", "previousName", "birthDate", "country", "nationality"];

/** The properties of either side: those that both have first, then names, then by letter. */
export function propertiesOf(
  left: readonly RecordedValue[],
  right: readonly RecordedValue[] = left,
): readonly string[] {
  const [ofLeft, ofRight] = [new Set(left.map(({ prop }) => prop)), new Set(right.map(({ prop }) => prop))];
  const rank = (prop: string): number => (first.includes(prop) ? first.indexOf(prop) : first.length);
  const isShared = (prop: string): boolean => ofLeft.has(prop) && ofRight.has(prop);
  return [...new Set([...ofLeft, ...ofRight])].toSorted(
    (one, other) =>
      Number(isShared(other)) - Number(isShared(one)) || rank(one) - rank(other) || (one < other ? -1 : 1),
  );
}
