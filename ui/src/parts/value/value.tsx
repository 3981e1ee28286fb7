import { memo, useState, type ReactNode } from "react";
import { hasHidden, piecesOf } from "./hidden-characters.ts";
import { languageOf } from "./script-of.ts";
import "./value.css";

interface ValueProps {
  /** As stored. */
  readonly text: string;
  /** The statement's own language; without it the letters say. */
  readonly lang?: string | null;
  /** The language of Han letters where nothing else says, by the dataset's country (default `zh`). */
  readonly han?: string;
  /** Numbers, accounts and other codes stay left to right inside Arabic. */
  readonly isCode?: boolean;
  /** After how many characters it is cut (default 200). */
  readonly most?: number;
  /** In a table: one line, and nothing to open. */
  readonly isCell?: boolean;
}

/** A value from the material: isolated, in its language, its hidden characters as marks, cut where it is long. */
export const Value = memo(function Value({ text, lang, han, isCode, most = 200, isCell = false }: ValueProps) {
  const [isWhole, setWhole] = useState(false);
  const characters = text.length > most ? [...text] : undefined;
  const isCut = characters !== undefined && characters.length > most && !isWhole;
  const shown = isCut ? characters.slice(0, most).join("") : text;
  const more = isCut ? characters.length - most : 0;
  return (
    <span className={isCell ? "value value-cell" : "value"}>
      <bdi lang={lang ?? languageOf(shown, han)} dir={isCode ? "ltr" : "auto"}>
        {hasHidden(shown) ? piecesOf(shown).map(pieceShown) : shown}
        {isCut && "…"}
      </bdi>
      {hasHidden(text) && <span className="value-hidden note"> hidden characters</span>}
      {isCut && <More count={more} isCell={isCell} open={() => setWhole(true)} />}
    </span>
  );
});

const More = ({ count, isCell, open }: { count: number; isCell: boolean; open: () => void }): ReactNode =>
  isCell ? (
    <span className="second note"> {count.toLocaleString("en")} more</span>
  ) : (
    <button type="button" className="button-quiet note" onClick={open}>
      {count.toLocaleString("en")} more
    </button>
  );

const pieceShown = (piece: ReturnType<typeof piecesOf>[number], index: number): ReactNode =>
  piece.kind === "text" ? piece.text : <Mark key={index} name={piece.name} />;

const Mark = ({ name }: { readonly name: string }) => <span className="value-mark">{name}</span>;
