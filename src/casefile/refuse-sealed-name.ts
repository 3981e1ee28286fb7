import { Refusal } from "../base/index.ts";
import type { StatementId } from "../model/index.ts";
import { evidenceOf, excerptPlaces, statementTexts, type Evidence } from "../views/index.ts";
import type { OpenCase } from "./open-case.ts";

/**
 * The refusal of a document because the name of a sealed source or of one of its files stands in it: it says where, and
 * what can be done, and never the name. The statements that the document holds are looked through first, then what
 * stands around them, then the whole case.
 */
export async function sealedNameRefusal(
  open: OpenCase,
  what: string,
  statementIds: readonly StatementId[],
): Promise<Refusal> {
  const place =
    (await statedPlace(open, statementIds)) ?? (await excerptPlace(open)) ?? (await anyPlace(open)) ?? "case.yaml";
  const isNamed = open.folder.sealedNames.isIn(place);
  const shown = isNamed ? `a place of the hand-over ${place.split("/")[0] ?? ""} whose name cannot be told` : place;
  return new Refusal(
    `${what} was not written: the name of a sealed source or of one of its files stands at ${shown}; take that row out under "skip" in the mapping of the file and run again, or, of a file without a mapping, begin a case without that file`,
  );
}

async function statedPlace(open: OpenCase, ids: readonly StatementId[]): Promise<string | undefined> {
  const holding = firstNaming(open, await evidenceOf(open, ids), ({ value, original, locator }) =>
    [value, original, locator].join("\n"),
  );
  return holding && placeOf(holding);
}

const placeOf = ({ locator, dataset }: Evidence): string => locator ?? dataset;

const excerptPlace = async (open: OpenCase): Promise<string | undefined> =>
  firstNaming(open, await excerptPlaces(open), ({ lines }) => lines.join("\n"))?.place;

async function anyPlace(open: OpenCase): Promise<string | undefined> {
  for await (const chunk of statementTexts(open)) {
    const holding = firstNaming(open, chunk, (each) => each.text);
    if (!holding) continue;
    const [evidence] = await evidenceOf(open, [holding.id]);
    return evidence && placeOf(evidence);
  }
  return undefined;
}

/** The first in which a sealed name stands; all are asked at once before each is. */
function firstNaming<Item>(
  { folder: { sealedNames } }: OpenCase,
  items: readonly Item[],
  textOf: (item: Item) => string,
): Item | undefined {
  if (!sealedNames.isIn(items.map(textOf).join("\n"))) return undefined;
  return items.find((item) => sealedNames.isIn(textOf(item)));
}
