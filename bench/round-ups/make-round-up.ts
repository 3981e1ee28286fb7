import { at } from "../../src/base/index.ts";
import { makeRandom, type Random } from "../random.ts";
import { outlets, storiesOf, type Story } from "./stories.ts";
import { days, months } from "./words.ts";

/** A made page: its file's name and its bytes as text. */
export interface MadePage {
  readonly name: string;
  readonly html: string;
}

/**
 * A made round-up of about a thousand words by its number: ten stories that others tell of too, each on the word of outlets,
 * offices and people without a name, with denials, refusals and numbers that do not agree. The same seed gives the same bytes.
 */
export function makeRoundUp(no: number, seed: number): MadePage {
  const random = makeRandom(`${seed} words`, no);
  const stories = storiesOf(no, seed);
  const written = dayOf(Math.max(...stories.map(({ day }) => day)) + 1 + random.below(3));
  const title = `What the papers say, number ${no}: ${at(stories, 0).firm} and ${at(stories, 1).surname}`;
  const paragraphs = stories.flatMap((story) => tell(story, random));
  const html = `<!doctype html><html lang="en"><head><title>${title}</title>
<meta property="og:site_name" content="${at(outlets, (no * 7) % outlets.length)} Review">
<meta property="article:published_time" content="${written.toISOString().slice(0, 10)}"></head><body><article><h1>${title}</h1>
${paragraphs.map((words) => `<p>${words}</p>`).join("\n")}
</article></body></html>
`;
  return { name: `round-up-${String(no).padStart(6, "0")}.html`, html };
}

/** One item of about 100 words: what happened, who confirms it, what else is said, and what nobody would say. */
function tell(story: Story, random: Random): string[] {
  const outlet = random.pick(outlets);
  const other = random.pick(outlets);
  const first = `${opening(story, outlet, random)} ${detail(story, random)}`;
  const second = `${more(story, other, random)} ${doubt(story, random)} ${ending(story, random)}`;
  return [first, second];
}

/** Numbers are told a little otherwise by some. */
const countOf = ({ count }: Story, random: Random): number =>
  random.isOneIn(5, 1) ? count + 1 + random.below(9) : count;
const millionsOf = ({ millions }: Story, random: Random): number =>
  random.isOneIn(6, 1) ? millions + 1 + random.below(4) : millions;

function opening(story: Story, outlet: string, random: Random): string {
  const { town, firm, goods, person, age, ship, otherTown, account } = story;
  const [day, when, count, millions] = [
    weekdayOf(story.day),
    dateText(story.day),
    countOf(story, random),
    millionsOf(story, random),
  ];
  switch (story.kind) {
    case "seizure":
      return random.pick([
        `Customs officers in ${town} seized ${count} crates of ${goods} on ${day}, a spokesman for the customs office told the ${outlet}.`,
        `According to the ${outlet}, ${count} crates of ${goods} that belong to ${firm} were seized in ${town} on ${when}.`,
        `The ${outlet} reports that customs at ${town} have taken ${count} crates of ${goods} from a warehouse of ${firm}.`,
      ]);
    case "arrest":
      return random.pick([
        `Police in ${town} arrested ${person}, ${age}, a director of ${firm}, on ${when}, the ${outlet} reported.`,
        `${person}, ${age}, who ran ${firm}, was arrested in ${town} on ${day}, prosecutors told the ${outlet}.`,
        `A prosecutor in ${town} confirmed to the ${outlet} on ${when} that ${person} of ${firm} had been arrested with ${count % 7} others.`,
      ]);
    case "payment":
      return random.pick([
        `${firm} paid $${millions} million into an account ending in ${account} at a bank in ${town} on ${when}, the ${outlet} reported, citing a clerk of the bank.`,
        `The ${outlet} says it has seen papers that show a payment of $${millions} million by ${firm} to ${story.otherFirm} in ${town}.`,
        `A former accountant of ${firm} told the ${outlet} that $${millions} million went from ${town} to ${otherTown} on ${when}.`,
      ]);
    case "detention":
      return random.pick([
        `The freighter ${ship}, on its way from ${otherTown}, was detained at ${town} on ${when} with ${count} tonnes of coal aboard, the ${outlet} reported.`,
        `Port officials at ${town} told the ${outlet} on ${day} that they were holding the ${ship}, which is managed by ${firm}.`,
        `According to the ${outlet}, the ${ship} carried ${count} tonnes of coal that had been loaded in ${otherTown}.`,
      ]);
    case "sentence":
      return random.pick([
        `A court in ${town} sentenced ${person}, ${age}, to ${2 + (count % 9)} years in prison on ${when} for moving $${millions} million through ${firm}, the ${outlet} reported.`,
        `${person} of ${firm} got ${2 + (count % 9)} years from a court in ${town} on ${day}, says the ${outlet}.`,
        `The ${outlet} quotes a judge in ${town} as saying that ${person} moved $${millions} million abroad through ${firm}.`,
      ]);
    case "freeze":
      return random.pick([
        `The finance ministry froze $${millions} million of ${firm} in ${town} on ${when}, an official told the ${outlet}.`,
        `Accounts of ${firm} that hold $${millions} million have been frozen in ${town}, according to the ${outlet}.`,
        `A bank in ${town} blocked ${1 + (count % 9)} accounts of ${firm} on ${day}, a lawyer for the bank told the ${outlet}.`,
      ]);
  }
}

const detail = (story: Story, random: Random): string =>
  random.pick([
    `“We had been watching ${story.firm} since the spring, and the papers for ${story.town} were forged,” the official said.`,
    `It is understood that ${story.person} signed for ${story.firm} and that ${story.second} kept its books.`,
    `The paper adds that ${story.otherFirm}, which shares an address in ${story.otherTown} with ${story.firm}, is under investigation.`,
    `A neighbour in ${story.otherTown} said that ${story.second} had not been seen at the office for ${2 + (story.count % 5)} weeks.`,
  ]);

function more(story: Story, outlet: string, random: Random): string {
  const [count, millions] = [countOf(story, random), millionsOf(story, random)];
  return random.pick([
    `The ${outlet} puts the sum at $${millions} million and names ${story.second} as the man behind ${story.otherFirm}.`,
    `In the version of the ${outlet} there were ${count} of them, and ${story.firm} had paid for the transport from ${story.otherTown} in cash.`,
    `A lawyer for ${story.firm} denied that the company had dealt with ${story.otherFirm}, the ${outlet} reported.`,
    `Two people familiar with the case told the ${outlet} that ${story.person} had met ${story.second} in ${story.otherTown} a week earlier.`,
  ]);
}

const doubt = (story: Story, random: Random): string =>
  random.pick([
    `The foreign ministry said that it could not confirm the report from ${story.town}.`,
    `${story.otherFirm} did not answer questions, and a spokeswoman for the port of ${story.otherTown} would neither confirm nor deny it.`,
    `${story.person} has denied any wrongdoing, and his lawyer called the story an invention.`,
    `The money may have come from ${story.otherTown}, though nobody has shown a paper that says so.`,
  ]);

const ending = (story: Story, random: Random): string =>
  random.pick([
    `If it is true, it would be the largest case of its kind in ${story.town} since 2011.`,
    `Whoever wrote the invoices at ${story.firm} must have known what was in the boxes.`,
    `By my reckoning ${story.surname} has ${1 + (story.count % 4)} more companies in ${story.otherTown}.`,
    `Prosecutors expect to bring charges against ${story.second} before the end of the month.`,
  ]);

const firstDay = Date.UTC(2012, 0, 2);
const dayMs = 86_400_000;

const dayOf = (day: number): Date => new Date(firstDay + day * dayMs);

const weekdayOf = (day: number): string => at(days, day % 7);

function dateText(day: number): string {
  const date = dayOf(day);
  return `${date.getUTCDate()} ${at(months, date.getUTCMonth())}`;
}
