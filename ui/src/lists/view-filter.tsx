import { useAddress } from "../app/address.ts";
import type { Answer } from "../api/answers.ts";
import { FilterLine, spokenText, wholeToText } from "../parts/index.ts";
import { Facets } from "./facets.tsx";
import { withTermAt, withValue, withoutTerm } from "./term.ts";
import type { FrozenView } from "./use-frozen-view.ts";

interface ViewFilterProps {
  readonly read: Answer<"POST /api/views"> | undefined;
  readonly view: FrozenView | undefined;
  /** Such as "findings". */
  readonly plural: string;
  readonly hint: string;
}

/** The filter of a list: the line, the chips as the server understood them, the facets. It stands in the address. */
export function ViewFilter({ read, view, plural, hint }: ViewFilterProps) {
  const [{ q = "" }, change] = useAddress();
  const chips = read?.chips ?? [];
  const faulty = read?.faultyTerms ?? [];
  const put = (filter: string, isFinal: boolean) => change({ q: filter || undefined }, { push: isFinal });
  const terms = new Map([...chips, ...faulty].map((term) => [String(term.from), term]));
  return (
    <>
      <FilterLine
        value={q}
        onChange={put}
        hint={hint}
        chips={[
          ...chips.map((chip) => ({ id: String(chip.from), words: chip.words })),
          ...faulty.map((term) => ({ id: String(term.from), words: term.text, fault: term.why })),
        ]}
        without={(id) => withoutTerm(q, terms.get(id) ?? { from: 0, to: 0 })}
        sentence={view && <Count view={view} plural={plural} words={read?.sentence ?? ""} />}
      />
      {faulty.map(
        (term) =>
          term.nearest !== null && (
            <p key={term.from} className="note">
              The list is that of the filter before.{" "}
              <button type="button" onClick={() => put(withTermAt(q, term, term.nearest ?? ""), true)}>
                Use {spokenText(term.nearest)}
              </button>
            </p>
          ),
      )}
      {view && <Facets facets={view.facets} choose={(term) => put(withValue(q, chips, term), true)} />}
    </>
  );
}

const Count = ({
  view,
  plural,
  words,
}: {
  readonly view: FrozenView;
  readonly plural: string;
  readonly words: string;
}) => (
  <>
    <strong data-view-count="">{wholeToText(view.count)}</strong>
    {view.count !== view.total && ` of ${wholeToText(view.total)}`} {plural}
    {words !== "" && ` | ${spokenText(words)}`}
  </>
);
