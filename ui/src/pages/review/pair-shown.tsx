import { Link } from "wouter";
import { useCase } from "../../api/use-case.ts";
import { bitsToText, Money, Reasons, Value, wholeToText } from "../../parts/index.ts";
import type { Pair } from "./answer.ts";
import { propertiesOf, Values } from "./values-shown.tsx";

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
            {propertiesOf(pair.left, pair.right).map((prop) => (
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
