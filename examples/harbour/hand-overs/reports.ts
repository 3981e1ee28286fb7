import type { Case } from "../case.ts";
import { at, get } from "../kit/at.ts";
import { type Language, writeCompany } from "../names/company-name.ts";
import type { Company } from "../world/types.ts";

/** A report as an outlet prints it. */
interface Report {
  readonly file: string;
  readonly outlet: string;
  readonly title: string;
  readonly day: string;
  readonly language: "en" | "ko";
  readonly paragraphs: readonly string[];
}

/**
 * Six reports of invented outlets on one seizure, by path. Two of them rest on one official, whose hedge the second
 * leaves out of its headline; a shipping agent says the same on his own; a department counts fewer crates; the payer denies; one is Korean.
 */
export const writeReports = (theCase: Case): readonly (readonly [path: string, text: string])[] =>
  reportsOf(castOf(theCase)).map((report) => [`h0-reports/${report.file}`, pageOf(report)]);

/** The companies of which the reports speak, by what they are in the network of money. */
interface Cast {
  /** The front with the most business of all. */
  readonly payer: Company;
  /** A settlement house that has nearly the name of another company, if there is one. */
  readonly consignee: Company;
  /** A collector that hardly pays the front with the most business. */
  readonly frozen: Company;
}

const castOf = ({ companies, world: { hub } }: Case): Cast => {
  const of = (layer: Company["layer"]): Company[] => [...companies.values()].filter((each) => each.layer === layer);
  const houses = of("settlement");
  return {
    payer: get(companies, hub),
    consignee: houses.find(({ name }) => name.near) ?? at(houses, 0),
    frozen: at(of("collector"), 3),
  };
};

/** Reporters leave the legal form out, and in Korean write the company's own. */
const called = ({ name, country }: Company, language: Language): string =>
  writeCompany(name, country, language, { form: language === "ko" ? 0 : -1, generic: "own", joined: false });

const reportsOf = ({ payer, consignee, frozen }: Cast): readonly Report[] => [
  {
    file: "tide-wire.html",
    outlet: "Tide Wire",
    title: "Pumps seized in Singapore",
    day: "2017-06-14",
    language: "en",
    paragraphs: [
      "Customs officers in Singapore seized 14 crates of pumps on 12 June 2017, a port official told Tide Wire.",
      `The crates were consigned to ${called(consignee, "en")}, the official said.`,
      `${called(payer, "en")} is believed to have paid for the cargo, the official said.`,
    ],
  },
  {
    file: "quay-courier.html",
    outlet: "Quay Courier",
    title: `Cargo paid for by ${called(payer, "en")}`,
    day: "2017-06-15",
    language: "en",
    paragraphs: [
      "Customs officers in Singapore seized 14 crates of pumps on 12 June 2017, Tide Wire reported, citing a port official.",
      `The official told Tide Wire that ${called(payer, "en")} is believed to have paid for the cargo.`,
    ],
  },
  {
    file: "bukhang-ilbo.html",
    outlet: "북항일보",
    title: "싱가포르 세관, 펌프 압수",
    day: "2017-06-16",
    language: "ko",
    paragraphs: [
      "세관 당국은 2017년 6월 12일 싱가포르에서 펌프 14상자를 압수했다고 밝혔다.",
      `펌프의 주인은 ${called(consignee, "ko")}라고 세관 당국이 말했다.`,
    ],
  },
  {
    file: "lantern-weekly.html",
    outlet: "Lantern Weekly",
    title: "What the shipping agent saw",
    day: "2017-06-18",
    language: "en",
    paragraphs: [
      "Customs officers in Singapore seized 14 crates of pumps on 12 June 2017, a shipping agent told Lantern Weekly.",
      `A court in Cyprus froze an account of ${called(frozen, "en")} on 15 June 2017, the judge Halvard Trenn said.`,
    ],
  },
  {
    file: "strait-observer.html",
    outlet: "Strait Observer",
    title: "Fewer crates than told",
    day: "2017-06-19",
    language: "en",
    paragraphs: [
      "Customs officers in Singapore seized 12 crates of pumps on 12 June 2017, Orsina Dalquist of the customs department said on Monday.",
    ],
  },
  {
    file: "harbour-gazette.html",
    outlet: "Harbour Gazette",
    title: "A denial",
    day: "2017-06-20",
    language: "en",
    paragraphs: [
      `${called(payer, "en")} denied that it had paid for the cargo.`,
      "The company's lawyer Mirel Oster said that it had bought nothing in Singapore.",
    ],
  },
];

const pageOf = ({ outlet, title, day, language, paragraphs }: Report): string =>
  [
    "<!doctype html>",
    `<html lang="${language}">`,
    '<meta charset="utf-8">',
    `<title>${title}</title>`,
    `<meta property="og:site_name" content="${outlet}">`,
    `<meta property="article:published_time" content="${day}">`,
    "<article>",
    `<h1>${title}</h1>`,
    ...paragraphs.map((text) => `<p>${text}</p>`),
    "</article>",
    "</html>",
  ]
    .map((line) => `${line}\n`)
    .join("");
