import { counted } from "../../base/index.ts";
import { views, type OpenCase } from "../../casefile/index.ts";
import type { FrozenViews } from "../lists/frozen-views.ts";
import type { Handlers } from "./handler.ts";

/** So many of each kind are told. */
const most = 8;

export const searchHandlers: Pick<Handlers, "GET /api/search"> = {
  "GET /api/search": async ({ quick, frozen }, { query: { q } }) => {
    const letters = q.trim();
    const { reach } = await frozen.tables.searchWords();
    const asked = { letters, limit: most + 1 };
    const groups =
      letters === ""
        ? []
        : [
            group("entities", (await entities(quick, frozen, asked)).map(entityHit)),
            group("files", (await views.filesNamed(quick, asked)).map(fileHit)),
            group("findings", (await findings(frozen, asked)).map(findingHit)),
          ];
    const { entities: parties, words: names, files, findings: verdicts } = reach;
    return {
      groups: groups.filter(({ hits }) => hits.length > 0),
      searched: `${counted(names, "name, spelling and number", "names, spellings and numbers")} of ${counted(parties, "entity", "entities")}, ${counted(files, "file")}, ${counted(verdicts, "finding")}`,
    };
  },
};

interface Hit {
  readonly id: string;
  readonly caption: string;
  readonly lang: string | null;
  readonly what: string;
  readonly reason: string;
}

interface Letters {
  readonly letters: string;
  readonly limit: number;
}

const group = <Kind extends "entities" | "files" | "findings">(kind: Kind, hits: readonly Hit[]) => ({
  kind,
  hits: hits.slice(0, most),
  more: hits.length > most,
});

const entities = async (open: OpenCase, { tables }: FrozenViews, asked: Letters): Promise<views.FoundEntity[]> =>
  views.entitiesBeginning(
    open,
    { words: (await tables.searchWords()).table, captions: await tables.captions() },
    asked,
  );

const entityHit = ({ id, caption, lang, schema, value, spelling, system }: views.FoundEntity): Hit => ({
  id,
  caption,
  lang: views.languageTag(lang),
  what: schema ?? "entity",
  reason:
    system !== null
      ? `"${value}", spelt "${spelling}" (${system})`
      : caption.split(" / ").includes(value)
        ? "its name"
        : `also "${value}"`,
});

const fileHit = ({ id, form, rowsPresent }: { id: string; form: string; rowsPresent: number }): Hit => ({
  id,
  caption: id,
  lang: null,
  what: `${form}, ${counted(rowsPresent, "row")}`,
  reason: "its name or form",
});

/** Findings in whose words the letters stand, in the list's own order. */
async function findings(
  { tables }: FrozenViews,
  { letters, limit }: Letters,
): Promise<readonly views.RowOf<"findings">[]> {
  const table = await tables.hold({ name: "findings", of: null });
  try {
    if (table.name !== "findings") return [];
    const { chips } = views.readFilter(`"${letters.replaceAll(/["“”]/gu, " ")}"`, table);
    const numbers = await views.firstNumbers(table, { chips, order: views.ownOrder, limit });
    return await views.rowsAt<"findings">(table, numbers);
  } finally {
    await tables.release(table);
  }
}

const findingHit = ({ id, entity, propertyWords, value, stateWords }: views.RowOf<"findings">): Hit => ({
  id,
  caption: `${entity.caption}: ${propertyWords}${value.text === "" ? "" : ` ${value.text}`}`,
  lang: value.lang,
  what: stateWords,
  reason: "its words",
});
