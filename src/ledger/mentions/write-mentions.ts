import { columnsOf } from "../stage/columns-of.ts";
import { derivedTables } from "../../model/index.ts";
import { integer, sql, type StageContext } from "../../store/index.ts";
import { makeFindMentions, type FoundMention } from "./find-mentions.ts";
import { heldNames, plainWords } from "./held-names.ts";
import { mentionDecisions } from "./mention-decisions.ts";
import { mentionRows } from "./mention-rows.ts";
import { makeNameIndex } from "./name-index.ts";
import { namedDocuments, type NamedPassage } from "./named-passages.ts";
import { skippedRows, type SkippedPlaces } from "./skipped-rows.ts";

/** How many rows are written at once. */
const rowsMax = 20_000;

/** Finds the names of the case in its documents and writes them as proposals, and what was not looked for or not proposed. */
export async function writeMentions(context: StageContext): Promise<void> {
  const { database, table, write } = context;
  const made = await database.temporary("mentions_made", derivedTables.mention);
  const places: SkippedPlaces = { guarded: 0, ambiguous: 0 };
  const names = (await countPassages(context)) === 0 ? [] : await heldNames(context);
  const words = await plainWords(context, names);
  const index = makeNameIndex(names, (word) => words.has(word));
  if (names.length > 0)
    await findAll(context, { index, places, append: (rows) => database.append(made, columnsOf(rows)) });
  await write(async () => {
    await database.run(sql`insert into ${table("mention")} from ${made}`);
    const skipped = skippedRows(index.refused, places);
    if (skipped.length > 0) await database.append(table("skipped_mention"), columnsOf(skipped));
  });
}

type Rows = ReturnType<typeof mentionRows>["rows"];

interface Work {
  readonly index: ReturnType<typeof makeNameIndex>;
  readonly places: SkippedPlaces;
  append(rows: Rows): Promise<unknown>;
}

async function findAll(context: StageContext, { index, places, append }: Work): Promise<void> {
  const decisions = await mentionDecisions(context);
  const find = makeFindMentions(index);
  const total = await countDocuments(context);
  let waiting: Rows = [];
  let done = 0;
  for await (const passages of namedDocuments(context)) {
    const found = find(passages.map(({ text }) => text));
    const open = found.filter((mention) => !isWithheld(mention, passages));
    const { rows, ambiguous } = mentionRows(open, passages, { index, decisions });
    places.guarded += found.length - open.length;
    places.ambiguous += ambiguous;
    waiting.push(...rows);
    if (waiting.length >= rowsMax) {
      await append(waiting);
      waiting = [];
    }
    context.progress((done += 1), total, "documents");
  }
  if (waiting.length > 0) await append(waiting);
}

/** Who and what is named beside somebody in flight is not proposed: a firm's name may hold a place, and who it is that flees, no rule tells. */
const isWithheld = ({ passage }: FoundMention, passages: readonly NamedPassage[]): boolean =>
  passages[passage]?.isGuarded === true;

const countPassages = async ({ database, table }: StageContext): Promise<number> =>
  (await database.row(sql`select count(*) as passages from ${table("passage")}`, { passages: integer })).passages;

const countDocuments = async ({ database, table }: StageContext): Promise<number> =>
  (
    await database.row(
      sql`select count(distinct (file_no, part, document_no)) as documents from ${table("passage")} where not is_hidden`,
      { documents: integer },
    )
  ).documents;
