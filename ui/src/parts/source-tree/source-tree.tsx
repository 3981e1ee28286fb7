import type { SourceTree as Tree } from "../../api/answers.ts";
import { IsoDate } from "../figures/iso-date.tsx";
import { StateMark } from "../state-mark/state-mark.tsx";
import { Value } from "../value/value.tsx";
import "./source-tree.css";

/** The independent sources at the left, their tellings at the right; the sentence above is the count. */
export const SourceTree = ({ tree: { sentence, roots } }: { readonly tree: Tree }) => (
  <div className="source-tree">
    <p>{sentence}</p>
    <ul>
      {roots.map((root, index) => (
        <li key={index} className={root.isKnown ? "source" : "source source-unknown"}>
          <div className="source-root">
            {root.isKnown ? <Value text={root.words} /> : <StateMark state="unknown-source" word={root.words} />}
            {!root.counts && <div className="second note">does not count</div>}
          </div>
          <ul className="source-tellings">
            {root.tellings.map((telling, at) => (
              <Telling key={at} telling={telling} />
            ))}
          </ul>
        </li>
      ))}
    </ul>
  </div>
);

const Telling = ({ telling }: { readonly telling: Tree["roots"][number]["tellings"][number] }) => (
  <li className="source-telling">
    <Value text={telling.words} /> {telling.grade}
    {telling.stance === "contradicts" && (
      <>
        {" "}
        <StateMark state="contradicted" word="contradicts" />
      </>
    )}
    <div className="second note">
      <Value text={telling.how} />, received <IsoDate date={telling.received} />
    </div>
  </li>
);
