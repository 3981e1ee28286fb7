import { sha1, sha256 } from "../src/base/index.ts";
import { rows } from "../src/names/generated/korean-surnames.ts";
import { readBenchData } from "./bench-data.ts";

/** A name and who bears it. */
interface NamedOne {
  readonly id: string;
  readonly name: string;
}

/** A gallery and what is looked for in it; `input` says what they were made from. */
export interface NamedSet {
  readonly input: string;
  readonly gallery: readonly NamedOne[];
  readonly queries: readonly NamedOne[];
}

const sets: Readonly<Record<string, () => NamedSet>> = {
  "hangul-latin": () => hangulLatin((latin) => !title.test(latin)),
  "hangul-latin-all": () => hangulLatin(() => true),
};

/** A set of names by its name. */
export function loadNameSet(name: string): NamedSet {
  const make = sets[name];
  if (!make) throw new Error(`there is no set of names "${name}"; take one of ${Object.keys(sets).join(", ")}`);
  return make();
}

/**
 * Latin spellings of people as they are written, looked for among Korean names in Hangul. Lines of the reporting half: the
 * name tables were counted from lines whose SHA-1 starts with an even digit, these start with an odd one. A line is taken
 * for a Korean's where its Hangul is one word of three syllables that begins with a surname, and its Latin three syllables
 * apart, none of them an initial: Chinese and Japanese names in Hangul have two Latin words. Lines whose Latin is a title
 * ("Seongdeok of Silla", "Empress Zhao Feiyan") are left out of `hangul-latin`: it is no spelling of the Hangul. What else is
 * none (another person's name, a Chinese name under its Korean reading, a baptismal name) stays in, since no rule on the text tells it.
 */
function hangulLatin(isMeant: (latin: string) => boolean): NamedSet {
  const text = readBenchData("names/wikidata/wd_korean");
  const lines = text.split("\n").filter((line) => line !== "" && Number.parseInt(sha1(line).slice(0, 1), 16) % 2 === 1);
  const pairs = lines.flatMap((line) => {
    const [latin = "", hangul = ""] = line.split("\t");
    const isKorean = /^[가-힣]{3}$/u.test(hangul) && surnames.some((surname) => hangul.startsWith(surname));
    return isKorean && /^\p{L}{2,}[\s-]\p{L}{2,}[\s-]\p{L}{2,}$/u.test(latin) && isMeant(latin)
      ? [{ latin, hangul }]
      : [];
  });
  const gallery = [...new Set(pairs.map(({ hangul }) => hangul))].map((hangul) => ({ id: hangul, name: hangul }));
  return {
    input: `names/wikidata/wd_korean ${sha256(text).slice(0, 12)}, reporting half`,
    gallery,
    queries: pairs.map(({ latin, hangul }) => ({ id: hangul, name: latin })),
  };
}

const title = /\b(?:of|the|Empress|Consort)\b/u;

const surnames = rows.map(([hangul = ""]) => hangul);
