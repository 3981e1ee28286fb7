import type { Told } from "./block-panel.tsx";
import { isSame } from "./block-bar.tsx";
import { short } from "./sentences.ts";

/** The question with one thing changed each time: without each source, without slips, before the last hand-over. */
export function WithoutEach({ network, set, name }: Told) {
  const { unit } = network;
  const { again, notAsked } = set.explanation;
  if (again.length === 0 && notAsked.length === 0) return null;
  return (
    <section className="panel-part">
      <h3>The figure without each source</h3>
      <ul className="panel-list">
        {again.map((asked) => {
          const [best, own] = [asked.effects.at(-1)?.stranded ?? 0, asked.ofAdvice.at(-1)?.stranded ?? 0];
          const isHeld = isSame(asked.members, set.members) || best === own;
          return (
            <li key={`${asked.about} ${asked.label}`}>
              {changeOf(asked)}: {short(own, unit)} of {short(asked.canFlow, unit)}
              {isHeld
                ? ", the same advice"
                : `; best is then ${asked.members.map((id) => name(id).split(" / ")[0]).join("; ") || "nobody"}, ${short(best, unit)}`}
              {asked.isCutShort && ", search ended early"}
            </li>
          );
        })}
      </ul>
      {notAsked.length > 0 && (
        <p className="second">Not asked for want of time: {notAsked.map((asked) => changeOf(asked)).join("; ")}.</p>
      )}
    </section>
  );
}

function changeOf({ about, label }: { readonly about: string; readonly label: string }): string {
  switch (about) {
    case "source":
      return `without what ${label} alone tells`;
    case "hand-over":
      return `before ${label} came`;
    case "outsized":
      return `without ${label} payments that may be slips`;
    case "everybody":
      return "if nobody is kept out for a list or for reach";
    default:
      return "in any order of time";
  }
}
