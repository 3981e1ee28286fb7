import { Link } from "wouter";
import { linkTo } from "../../app/address.ts";
import { useCase } from "../../api/use-case.ts";
import { bitsToText, Money, Reasons, Value, wholeToText } from "../../parts/index.ts";
import type { Pair, RecordedValue } from "./answer.ts";

interface PairShownProps {
  readonly pair: Pair;
  readonly looked: number | undefined;
  readonly isEffectShown: boolean;
}

/** Both sides aligned property by property, the reasons, and what a decision would change. */
export function PairShown({ pair, looked, isEffectShown }: PairShownProps) {
  return (
    <>
      <p>
        Weight {bitsToText(pair.weightMb)} bits. {isEffectShown && <Effect pair={pair} />}
      </p>
      <div className="review-sides" tabIndex={0} role="region" aria-label="Both sides">
        <table>
          <thead>
            <tr>
              <th scope="col">Property</th>
              <th scope="col">
                <EntityLink id={pair.leftId} caption={pair.leftCaption} />
              </th>
              <th scope="col">
                <EntityLink id={pair.rightId} caption={pair.rightCaption} />
              </th>
            </tr>
          </thead>
          <tbody>
            {propertiesOf(pair).map((prop) => (
              <tr key={prop} className={pair.change?.apart.includes(prop) ? "review-apart" : undefined}>
                <th scope="row">
                  {prop}
                  {pair.change?.apart.includes(prop) && <span className="second"> differs</span>}
                </th>
                <td>
                  <Values values={pair.left.filter((value) => value.prop === prop)} />
                </td>
                <td>
                  <Values values={pair.right.filter((value) => value.prop === prop)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <section aria-labelledby="reasons">
        <h2 id="reasons">Reasons for and against</h2>
        <Reasons reasons={pair.reasons} weightMb={pair.weightMb} looked={looked} />
      </section>
    </>
  );
}

const EntityLink = ({ id, caption }: { readonly id: string; readonly caption: string }) => (
  <Link href={`/entities/${encodeURIComponent(id)}`}>
    <Value text={caption} />
  </Link>
);

/** So many values of one property are shown of each side. */
const mostValues = 3;

/** Each value once, with the first of its places. */
function Values({ values }: { readonly values: readonly RecordedValue[] }) {
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

/** What would follow from "same". */
function Effect({ pair: { change } }: { readonly pair: Pair }) {
  const open = useCase();
  if (change === null || !open) return null;
  const verdicts = [
    change.corroborated > 0 && `${wholeToText(change.corroborated)} would be said by two independent sources`,
    change.contradicted > 0 && `${wholeToText(change.contradicted)} would be contradicted`,
    change.settled > 0 && `${wholeToText(change.settled)} would no longer be`,
  ].filter((words) => words !== false);
  return (
    <span>
      Joined, <Money minor={change.moneyMinor} digits={open.minorDigits} currency={open.currency} isShort /> would count
      to the other side
      {change.findingsFlipped > 0 && ` and ${wholeToText(change.findingsFlipped)} findings would change`}
      {verdicts.length > 0 && `: ${verdicts.join(", ")}`}.
      {change.apart.length > 0 && ` They contradict each other in ${change.apart.join(", ")}.`}
    </span>
  );
}

const first = ["name", "alias", "weakAlias", "previousName", "birthDate", "country", "nationality"];

/** The properties of either side: those that both have first, then names, then by letter. */
function propertiesOf({ left, right }: Pair): readonly string[] {
  const [ofLeft, ofRight] = [new Set(left.map(({ prop }) => prop)), new Set(right.map(({ prop }) => prop))];
  const rank = (prop: string): number => (first.includes(prop) ? first.indexOf(prop) : first.length);
  const isShared = (prop: string): boolean => ofLeft.has(prop) && ofRight.has(prop);
  return [...new Set([...ofLeft, ...ofRight])].toSorted(
    (one, other) =>
      Number(isShared(other)) - Number(isShared(one)) || rank(one) - rank(other) || (one < other ? -1 : 1),
  );
}
