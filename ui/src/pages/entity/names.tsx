import { useState } from "react";
import { Value } from "../../parts/value/value.tsx";
import type { RecordedValue } from "./answer.ts";

const nameProps = new Set(["name", "alias", "weakAlias", "previousName"]);

/** So many spellings are shown at first: those that most hand-overs use. */
const atFirst = 9;

/** Each spelling of its name, and which hand-overs spell it so. */
export function Names({ values }: { readonly values: readonly RecordedValue[] }) {
  const datasetsOf = new Map<string, Set<string>>();
  for (const { prop, value, dataset } of values)
    if (nameProps.has(prop)) datasetsOf.set(value, (datasetsOf.get(value) ?? new Set()).add(dataset));
  const spellings = [...datasetsOf].toSorted(([, one], [, other]) => other.size - one.size);
  const [isWhole, setWhole] = useState(false);
  if (spellings.length === 0) return null;
  const shown = isWhole ? spellings : spellings.slice(0, atFirst);
  return (
    <section aria-labelledby="names">
      <h2 id="names">Names, and who spells it so</h2>
      <ul className="entity-names">
        {shown.map(([name, datasets]) => (
          <li key={name}>
            <Value text={name} /> <span className="second note">{[...datasets].join(", ")}</span>
          </li>
        ))}
      </ul>
      {spellings.length > shown.length && (
        <button type="button" className="button-quiet" onClick={() => setWhole(true)}>
          {spellings.length - shown.length} more spellings
        </button>
      )}
    </section>
  );
}
