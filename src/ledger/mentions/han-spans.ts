import { isPersonalName } from "../../names/index.ts";
import { foreignPattern, wordsPattern } from "../foreign/foreign-words.ts";
import { plainLetters } from "../foreign/plain-letters.ts";
import { chineseBefore, chineseCompanyEnds } from "./name-edges.ts";
import type { NameSpan } from "./name-span.ts";

const personMax = 4;
const companyMin = 4;
const companyMax = 14;
const startsMax = 200_000;

/**
 * Names in Han characters, which stand without gaps: two to four characters that begin with a surname, and what ends as a
 * firm's name does and begins behind a mark or a small word. `isShown` where a post stands beside it, or marks on both sides.
 */
export function makeHanSpans(): (text: string) => readonly NameSpan[] {
  const surnames = new Map<string, boolean>();
  const begins = (two: string): boolean => {
    const known = surnames.get(two);
    if (known !== undefined) return known;
    if (surnames.size >= startsMax) surnames.clear();
    const isName = isPersonalName(two);
    surnames.set(two, isName);
    return isName;
  };
  return (text) => {
    const plain = plainLetters("zh", text);
    const posts = postsOf(plain);
    return [...plain.matchAll(/\p{Script=Han}{2,}/gu)].flatMap(({ index, 0: run }) => {
      const inRun = { plain, posts, from: index, to: index + run.length };
      return [...personSpans(inRun, begins), ...companySpans(inRun)];
    });
  };
}

interface Run {
  readonly plain: string;
  readonly posts: Posts;
  readonly from: number;
  readonly to: number;
}

/** Where words for posts and for telling begin and end. */
interface Posts {
  readonly starts: ReadonlySet<number>;
  readonly ends: ReadonlySet<number>;
}

function postsOf(plain: string): Posts {
  const pattern = foreignPattern(`${postWords}|${wordsPattern("zh", "representative", "say")}`);
  const found = [...plain.matchAll(pattern)];
  return {
    starts: new Set(found.map(({ index }) => index)),
    ends: new Set(found.map(({ index, 0: words }) => index + words.length)),
  };
}

const postWords =
  "(?:先生|女士|小姐|同志|主席|总理|部长|局长|院长|处长|厅长|署长|董事长|总经理|经理|大使|参赞|秘书|代表|官员|商人|船长|教授|记者|居民|外交官|负责人|老板|会长|社长)";

function* windows(run: Run, begins: (two: string) => boolean): Generator<readonly [number, number]> {
  for (let from = run.from; from + 2 <= run.to; from += 1) {
    if (!begins(run.plain.slice(from, from + 2))) continue;
    for (let to = from + 2; to <= Math.min(run.to, from + personMax); to += 1) yield [from, to];
  }
}

function personSpans(run: Run, begins: (two: string) => boolean): readonly NameSpan[] {
  return [...windows(run, begins)].map(([from, to]) => {
    const isMarked = from === run.from && to === run.to;
    return { ...spanOf(run, [from, to]), isShown: isMarked || isBeside(run, from, to), as: "person" };
  });
}

const isBeside = ({ posts }: Run, from: number, to: number): boolean => posts.ends.has(from) || posts.starts.has(to);

function companySpans(run: Run): readonly NameSpan[] {
  const ends = new Set(
    [...run.plain.slice(run.from, run.to).matchAll(foreignPattern(chineseCompanyEnds().join("|")))].map(
      ({ index, 0: words }) => run.from + index + words.length,
    ),
  );
  return [...ends].flatMap((to) => {
    const starts = [];
    for (let from = Math.max(run.from, to - companyMax); from + companyMin <= to; from += 1)
      if (from === run.from || chineseBefore().has(run.plain.charAt(from - 1)) || run.posts.ends.has(from))
        starts.push(from);
    return starts.map((from) => ({ ...spanOf(run, [from, to]), isShown: true, as: "company" as const }));
  });
}

const spanOf = ({ plain }: Run, [from, to]: readonly [number, number]): Pick<NameSpan, "from" | "forms"> => ({
  from,
  forms: [{ text: plain.slice(from, to), to }],
});
