import { Link } from "wouter";
import { linkTo } from "../../app/address.ts";
import { wholeToText } from "../../parts/figures/format.ts";
import { StateMark } from "../../parts/state-mark/state-mark.tsx";
import { Value } from "../../parts/value/value.tsx";
import type { FaultGroup } from "./answer.ts";

/** What could not be read, by hand-over and kind, with one of each at its place. */
export function Faults({ groups }: { readonly groups: readonly FaultGroup[] }) {
  if (groups.length === 0) return null;
  const all = groups.reduce((sum, { faults }) => sum + faults, 0);
  return (
    <section aria-labelledby="faults">
      <h2 id="faults">Could not be read, or was read with a doubt: {wholeToText(all)}</h2>
      <ul className="overview-faults">
        {groups.map((group) => (
          <li key={`${group.dataset} ${group.kind}`}>
            <StateMark state="fault" word={`${wholeToText(group.faults)} ${group.kind.replaceAll("-", " ")}`} />
            <span className="second"> {group.dataset}</span>
            {group.rowsLost > 0 && <span>, {wholeToText(group.rowsLost)} rows lost</span>}
            <p>
              {group.example !== null && <Value text={group.example} />}{" "}
              <Link href={linkTo("/files", { at: group.place })}>
                <Value text={group.place} isCode />
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
