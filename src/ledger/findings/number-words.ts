import type { Count } from "../counts/index.ts";
import { contentWords, headLemma } from "../events/index.ts";
import type { LedgerClaim } from "../likeness/ledger-claim.ts";
import { tells } from "../text/reporting.ts";
import { isCountNoun } from "./count-nouns.ts";

/** "spoke of six crates", "puts it at 37", "makes it seven", "nine had been questioned": the point of the claim is the number. */
export function givesNumber(count: Count, claim: LedgerClaim): boolean {
  const { from, to } = count;
  const before = `${claim.lead} ${claim.quote.slice(0, Math.max(0, from - claim.from))}`;
  if (giving.test(before) || isGivenBy(before)) return true;
  const rest = `${claim.quote.slice(0, from - claim.from)} ${claim.quote.slice(to - claim.from)}`;
  return contentWords(rest).filter(({ term, kind }) => kind === "word" && !isCountNoun(term)).length <= wordsMax;
}

// A claim that says this much besides the number and what it counts is there to give the number.
const wordsMax = 1;

/** "remembers nearer 200", "admits to one": right behind a verb of telling. */
function isGivenBy(before: string): boolean {
  const verb =
    /(?<verb>\p{L}+)\s+(?:it\s+|them\s+)?(?:(?:of|to|at|on|for|with|about|only|just|some|nearer|closer|nearly|up)\s+)*$/u.exec(
      before,
    )?.groups?.["verb"];
  return verb !== undefined && tells(headLemma(verb), "say", "confirm", "give", "show", "hedge");
}

const giving =
  /\b(?:talk(?:s|ed)? of|(?:puts?|sets?|gives?|gave|given|valued?|reckon(?:s|ed)?) .{0,50}(?:at|as)|(?:came|comes?) up with|makes? it|made it|number(?:s|ed)|total(?:s|led)|amount(?:s|ed) to|c[oa]mes? (?:down )?to|stands? at|stood at|figure of|total of|number of)\s+(?:about |only |just |some |nearer |closer to )?$/iu;

/** "four of the 12", "two more", "another": a part of what was counted, or on top of it; "the accounts, 40 of them," is all. */
export function isPart({ text, from, to }: Count, { quote, from: start, lead }: LedgerClaim): boolean {
  const behind = quote.slice(to - start, to - start + 32);
  const before = quote.slice(Math.max(0, from - start - 16), from - start);
  if (/(?:,|\ball)\s*$/iu.test(`${lead}${before}`) && /^\s*of (?:them|these)\s*(?:,|$)/u.test(behind)) return false;
  return (
    /^\s*(?:of (?:the|them|those|these|whom)|\p{L}+ of (?:them|those|these|whom|the (?:\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen))|(?:\p{L}+\s)?(?:more|other|others))(?![\p{L}])/u.test(
      behind,
    ) ||
    /\b(?:another|other|further|the|including|of the)\s*$/iu.test(before) ||
    /\b(?:fourth|another|more)\b(?! than)/iu.test(text)
  );
}
