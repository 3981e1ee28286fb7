import { Value } from "../value/value.tsx";
import "./in-passage.css";

interface InPassageProps {
  readonly words: string;
  /** The rest of the passage; null where it stays closed. */
  readonly around: { readonly before: string; readonly after: string } | null;
  /** So many characters of the passage are shown on each side. */
  readonly most?: number;
}

/** Words marked in the passage in which they stand. */
export const InPassage = ({ words, around, most = 280 }: InPassageProps) => (
  <p className="in-passage">
    {around && (
      <span className="second">
        <Value text={around.before.length > most ? `…${around.before.slice(-most)}` : around.before} most={1000} />
      </span>
    )}
    <mark>
      <Value text={words} most={2000} />
    </mark>
    {around ? (
      <span className="second">
        <Value text={around.after.length > most ? `${around.after.slice(0, most)}…` : around.after} most={1000} />
      </span>
    ) : (
      <span className="second note"> the words around it stay closed</span>
    )}
  </p>
);
