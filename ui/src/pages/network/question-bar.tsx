import type { Address, useAddress } from "../../app/address.ts";
import { shownWords, writeWords, type OwnQuestion } from "./question.ts";
import { TimeSpan } from "./time-span.tsx";
import { WordChips } from "./word-chips.tsx";

interface QuestionBarProps {
  readonly own: OwnQuestion;
  readonly address: Address;
  readonly change: ReturnType<typeof useAddress>[1];
}

const seenFrom = "who pays out and is hardly paid";
const seenTo = "who is paid and hardly pays out";

/** The question that the picture answers: from whom, to whom, when. */
export function QuestionBar({ own, address, change }: QuestionBarProps) {
  const put = (patch: Partial<Record<"from" | "to" | "between", string | undefined>>) =>
    change({ ...patch, block: undefined }, { push: true });
  return (
    <div className="question">
      <WordChips
        label="From"
        words={shownWords(address.from, own.from)}
        none={seenFrom}
        onChange={(words) => put({ from: writeWords(words, own.from) })}
      />
      <WordChips
        label="To"
        words={shownWords(address.to, own.to)}
        none={seenTo}
        onChange={(words) => put({ to: writeWords(words, own.to) })}
      />
      <TimeSpan own={own} span={address.between} onChange={(between) => put({ between })} />
    </div>
  );
}
