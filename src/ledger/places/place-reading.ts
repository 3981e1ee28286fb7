import { lazy } from "../../base/index.ts";
import { countryNames } from "../../model/index.ts";
import { rows as placeRows } from "../generated/places.ts";
import { rows as wordRows } from "../generated/place-words.ts";
import { makeLexicon } from "../words/lexicon.ts";
import { readWith, type Reading } from "../words/reading.ts";

/** Kind "place" has as its value the name and the country's code, "country" the name and its own code, divided by a tab. */
const lexicon = lazy(() => makeLexicon([...wordRows, ...gazetteer(), ...countries()]));

/** Reads a text with the gazetteer and the words that stand around names of places. */
export const readPlaces = (text: string): Reading => readWith(lexicon(), text);

const gazetteer = (): string[][] =>
  placeRows.map(([name = "", country = "", others = ""]) => [
    "place",
    `${name}\t${country}`,
    others === "" ? name : `${name}|${others}`,
  ]);

function countries(): string[][] {
  return countryNames()
    .filter(([code]) => code !== "zz")
    .map(([code = "", name = "", ...others]) => {
      const names = [name, code.toUpperCase(), ...others].filter((each) => each !== "" && !isCode(each));
      return ["country", `${name}\t${code}`, names.join("|")];
    });
}

// Letters of a code are found as such in no text; these are names too.
const spoken = new Set(["UAE", "UK", "US", "USA"]);
const isCode = (name: string): boolean => /^[A-Z]{2,3}$/u.test(name) && !spoken.has(name);
