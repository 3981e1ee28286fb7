import { at } from "../base/index.ts";
import { nameFrequency, nameKeys, nameParts } from "../names/index.ts";
import { parsedName } from "./parsed-names.ts";

/** Names to read: each with its scope, which says what bears it. */
export interface NameJob {
  readonly kind: "names";
  readonly texts: readonly string[];
  readonly scopes: readonly string[];
}

/** What each name of a job holds, by its position. */
export interface NameFeatures {
  readonly kind: "names";
  /** Blocking keys. */
  readonly keys: readonly (readonly string[])[];
  /** Keys of parts of a person's name. */
  readonly parts: readonly (readonly string[])[];
  readonly looksLikeCompany: readonly boolean[];
  /** How many of a thousand million bearers of such names may carry it. */
  readonly frequencyPpb: readonly number[];
}

/** Reads names once each, for blocking and for how common they are. */
export function readNames({ texts, scopes }: NameJob): NameFeatures {
  const names = texts.map((text, index) => parsedName(text, at(scopes, index)));
  return {
    kind: "names",
    keys: names.map(nameKeys),
    parts: names.map(nameParts),
    looksLikeCompany: names.map((name) => name.looksLikeCompany),
    frequencyPpb: names.map((name) => Math.round(nameFrequency(name) * 1000)),
  };
}
