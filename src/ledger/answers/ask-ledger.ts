import type { Ledger } from "../build-ledger.ts";
import type { Answer, Ask, Question, QuestionKind } from "./answer.ts";
import { askClaims } from "./ask-claims.ts";
import { askPrecedents } from "./ask-precedents.ts";
import { askSources } from "./ask-sources.ts";
import { askRootCount } from "./ask-root-count.ts";
import { askNumber } from "./ask-number.ts";
import { askChain, askDate, askOrder, askPlace } from "./ask-values.ts";
import { askYesNo } from "./ask-yes-no.ts";

const asks: Readonly<Record<QuestionKind, Ask>> = {
  "root-count": askRootCount,
  sources: askSources,
  claims: askClaims,
  "yes-no": askYesNo,
  number: askNumber,
  date: askDate,
  place: askPlace,
  chain: askChain,
  order: askOrder,
  precedent: askPrecedents,
};

/** Answers a question from the claims of a ledger; the value is "unknown" where no claim speaks of it. Every answer cites its claims. */
export const askLedger = (ledger: Ledger, { kind, text }: Question): Answer => asks[kind](ledger, text);
