import { Refusal } from "../base/index.ts";
import type { OpenCase } from "./open-case.ts";

/** Refuses words of an analyst in which the name of a protected source stands, and does not say which. */
export function refuseSealedWords({ folder }: OpenCase, words: string): void {
  const people = folder.config.sources.filter(
    ({ sealed, kind }) => sealed && (kind === "informant" || kind === "device"),
  );
  const { sealedNames } = folder;
  if (
    sealedNames.isIn(words) ||
    sealedNames.isPartIn(
      words,
      people.map(({ id }) => id),
    )
  )
    throw new Refusal(
      "the name of a protected source or of one of its files, or a part of it, stands in these words, and they were not kept; write the id of the source or of the hand-over instead",
    );
}
