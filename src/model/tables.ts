import { schemata, types } from "./ftm.ts";

/** Ways to keep a column that the engine would otherwise find out, trying four on each block: hashes as they are, texts by their parts. */
const asHash = "using compression uncompressed";
const asText = "using compression fsst";

const wordsOf = (words: readonly string[]): string =>
  `enum(${[...new Set(words)]
    .toSorted()
    .map((word) => `'${word}'`)
    .join(", ")})`;

/**
 * The words of the vocabulary, in the order of texts, as types of columns: a million rows of three such columns took
 * 0.5 s as text and 0.07 s so. They have no names: the engine cannot replay its log where a table uses a named type.
 */
export const vocabularyTypes = {
  schema: wordsOf(Object.keys(schemata)),
  prop: wordsOf(Object.values(schemata).flatMap(({ properties }) => Object.keys(properties))),
  prop_type: wordsOf(Object.keys(types)),
} as const;

/**
 * The tables that the rooms share: name to columns, as DuckDB types. `held` tables are append-only and carry the batch
 * that wrote them; `derived` tables live once per world and are replaced whole. Statement, occurrence and pair tables
 * declare no unique or foreign key (a primary key on a 9 M-row hash column took 49-76 s): uniqueness is tested.
 *
 * Units: `_mb` milli-bits, `_minor` minor units of the currency, `_ppm` parts per million. Rows count from 1 and columns
 * from 0, as in a locator. Null means "not known" or "not set", never "none".
 */
export const heldTables = {
  /** One commit; `input_mac` is made from its content, so that the same input is never committed twice. `replay`: what its line of the ledger keeps of it. */
  batch: `batch_no integer primary key, kind varchar not null, input_mac blob not null unique, supersedes integer,
    row_count bigint not null, actor varchar not null, committed_at timestamp not null, replay varchar`,
  /** Who or what gave something; the label is null if sealed. */
  source: `source_id varchar not null, label varchar, kind varchar not null, reliability varchar not null,
    credibility utinyint not null, first_hand boolean, is_sealed boolean not null, batch_no integer not null`,
  /** A source that retells another; parent null: retold, from whom is unknown. */
  source_link: `child_id varchar not null, parent_id varchar, basis varchar not null, batch_no integer not null`,
  /** What one source handed over at one time, or one edition of a list (then `series` and `edition` are set). */
  dataset: `dataset_no integer not null, dataset varchar not null, source_id varchar not null,
    hand_over_no integer not null, received date not null, how_obtained varchar not null, series varchar, edition date,
    marking json, batch_no integer not null`,
  /** One file or archive member; `name` is a pseudonym if sealed; `parent_no` is the archive that held it. */
  file: `file_no integer not null, dataset_no integer not null, parent_no integer, name varchar not null,
    content_mac blob not null, bytes bigint not null, media_type varchar not null, form varchar not null,
    staged_sha256 blob, rows_present bigint not null, rows_read bigint not null, rows_lost bigint not null,
    batch_no integer not null`,
  /** One sheet or database table of a file; plain text files have part 0 with an empty name. */
  part: `file_no integer not null, part integer not null, name varchar not null, visibility varchar not null,
    column_count integer not null, rows_present bigint not null, rows_read bigint not null, rows_lost bigint not null,
    batch_no integer not null`,
  /** What a column was taken to be, with the evidence; schema and prop are null where it was not understood. */
  column_reading: `file_no integer not null, part integer not null, table_no integer not null, col_no integer not null,
    header varchar, entity varchar, schema varchar, prop varchar, confidence_ppm integer not null,
    evidence varchar not null, batch_no integer not null`,
  /** One value of one property of one entity in one dataset; logical key (dataset_no, entity_id, prop, value, lang, external, batch_no). */
  statement: `statement_id blob not null ${asHash}, dataset_no integer not null, entity_id varchar not null ${asText},
    schema ${vocabularyTypes.schema} not null, prop ${vocabularyTypes.prop} not null,
    prop_type ${vocabularyTypes.prop_type} not null,
    value varchar not null ${asText}, original_value varchar, lang varchar, external boolean not null, first_seen date, last_seen date,
    batch_no integer not null`,
  /** Where a statement stands; the locator is derived from it. col_no null: the whole row says it. */
  occurrence: `statement_id blob not null ${asHash}, file_no integer not null, part integer not null, row_no bigint not null,
    col_no integer, byte_from bigint, byte_to bigint, credibility utinyint, is_hidden boolean not null,
    batch_no integer not null`,
  /**
   * One block of text of a document, in order; `row_no` is the row of the part, `entity_id` the document's entity,
   * `document_no` which document of the part it is, from 1. `kind`: see `passageKinds`. `name`: which property a `meta`
   * passage is; of a change or comment who made it. `text` is as written: bytes, or for HTML and PDF the lines of a paragraph joined. `box`: left, bottom,
   * right, top in points from the lower left corner of the page.
   */
  passage: `dataset_no integer not null, file_no integer not null, part integer not null, row_no bigint not null,
    document_no integer not null, entity_id varchar not null, kind varchar not null, name varchar, text varchar not null,
    lang varchar, page integer, box double[], byte_from bigint, byte_to bigint, is_hidden boolean not null,
    batch_no integer not null`,
  /**
   * One answer of an interview sheet; (file_no, part, row_no, col_no) is its cell, where its text is a `bodyText` too. Names
   * are as the sheet writes them, a pseudonym for a protected source. `basis`: see `interviewBases`; `told_by`: a list of
   * texts, from whom or in what the speaker has it, the nearest first, then who told that one.
   */
  interview_answer: `dataset_no integer not null, file_no integer not null, part integer not null, row_no bigint not null,
    col_no integer not null, session varchar not null, session_date varchar, speaker varchar not null, interpreter varchar,
    topic varchar, question varchar, answer varchar not null, basis varchar not null, told_by varchar not null,
    batch_no integer not null`,
  /** What could not be read, understood or cleaned. */
  fault: `file_no integer not null, part integer, row_no bigint, col_no integer, byte_from bigint, kind varchar not null,
    text varchar not null, rows_lost bigint not null, batch_no integer not null`,
  /** Contacts of a phone: not screened, drawn or exported until opened by a judgement (then not current) or joined to a held party. */
  bystander: `dataset_no integer not null, entity_id varchar not null, batch_no integer not null`,
  /** `edits`: of an accepted claim the fields that the person put right, by name; null if none. */
  judgement: `judgement_no bigint not null, subject varchar not null, left_id varchar not null,
    right_id varchar not null, decision varchar not null, reasons json not null, model_no integer,
    actor varchar not null, judged_at timestamp not null, batch_no integer not null, edits json`,
  /**
   * What an analyst says, on nobody's word but his own: no stage reads it, so that it never corroborates. Taken back by a
   * judgement on `note-N`. `about_kind`: entity, event or place (a file, or a place in one); null: the case.
   */
  note: `note_no integer not null, text varchar not null, about_kind varchar, about_id varchar, actor varchar not null,
    noted_at timestamp not null, batch_no integer not null`,
  /** An answer to a question that people weigh evidence for and against; `question` is shared by those that compete. */
  hypothesis: `hypothesis_no integer not null, question varchar not null, text varchar not null, actor varchar not null,
    added_at timestamp not null, batch_no integer not null`,
  /**
   * What somebody said of evidence and a hypothesis; the latest rules. `stance`: for, against, neutral, missing, cleared (the
   * cell is empty again) or dropped (the hypothesis is, whatever its evidence). `ref_kind`: finding, claim, statement (then
   * `ref_id` is a place), note; null for words about what is missing, and for dropped.
   */
  hypothesis_mark: `mark_no integer not null, hypothesis_no integer not null, stance varchar not null, ref_kind varchar,
    ref_id varchar not null, why varchar, actor varchar not null, marked_at timestamp not null, batch_no integer not null`,
  /**
   * What a model answered of a passage, as proposals that a person decides: `claims` as offsets in it, end left out, with words
   * for each. It stands with the name and the address of the model, who asked it and when.
   */
  model_proposal: `sending_no integer not null, document_id varchar not null, row_no bigint not null, claims json not null,
    model varchar not null, address varchar not null, actor varchar not null, sent_at timestamp not null, batch_no integer not null`,
  match_model: `model_no integer not null, parameters json not null, upto_batch integer, batch_no integer not null`,
  /** How much one major unit of a currency was worth in the case currency on a day, in millionths. */
  rate: `currency varchar not null, rate_date date not null, rate_millionths bigint not null, source varchar not null,
    batch_no integer not null`,
} as const;

export const derivedTables = {
  blocking_key: `entity_id varchar not null, rule utinyint not null, blocking_key varchar not null`,
  /** By blocking rule: keys that too many entities share, how many share the most common, and the pairs left out for it. */
  skipped_block: `rule utinyint not null, sentence varchar not null, blocks integer not null, largest integer not null,
    pairs bigint not null`,
  /** Of the joined pairs of people: how many one kind of key alone had brought together, and how many two. */
  blocking_reach: `among varchar not null, joined bigint not null, by_one bigint not null, by_two bigint not null`,
  /** Kept pairs only, left < right by UTF-8 bytes; one reason per comparison that had two values. `verdict`: join or review. */
  candidate_pair: `left_id varchar not null, right_id varchar not null, rule utinyint not null,
    weight_mb integer not null, verdict varchar not null,
    reasons struct(comparison varchar, "level" utinyint, weight_mb integer, left_statement blob, right_statement blob)[] not null,
    model_no integer not null`,
  /** Every current node entity (no edges), joined or not; joined_to and joined_by are null for those that stand alone. */
  cluster: `entity_id varchar not null, canonical_id varchar not null, joined_to varchar, joined_by varchar`,
  /** Each Payment entity and the real payment(s) it is a mention of. */
  payment: `payment_id varchar not null, entity_id varchar not null, dataset_no integer not null, joined_by varchar`,
  /** A document as the ledger read it: its lines of text that were read for claims, and those of languages that are not. */
  ledger_document: `entity_id varchar not null, dataset_no integer not null, file_no integer not null, document_no integer not null,
    title varchar, outlet varchar not null, is_outlet_known boolean not null, written_from date, written_to date, written_basis varchar,
    passages integer not null, unread integer not null, unread_languages varchar[] not null, guarded integer not null, withheld integer not null`,
  /**
   * Texts of the case that tell of people in flight, and what is shown for them: countries and months, and no word that could
   * lead closer; of a withheld one no word may be told. Passages, answers, titles, and values of free text, each once.
   */
  guarded_text: `text varchar not null, words varchar not null, is_withheld boolean not null`,
  /** Parts of the names of people in flight, in small letters; is_sure: surely a person's, so that it may be told. */
  guarded_name: `name varchar not null, is_sure boolean not null`,
  /** What was read in a text of this hash, whole, so that the same text is not read again; places and days in it are not coarsened: no view reads it. */
  claim_reading: `text_hash blob not null, reading json not null`,
  /**
   * What a document says, as a proposal until a person confirms it. It stands from `char_from` of the passage `row_no` to
   * `char_to` of the passage `row_to`, end left out. `chain`: the tellers from the deepest to the author; `status`: proposed,
   * confirmed or rejected; `edited`: the fields that a person put right. Of a guarded claim (flight, asylum, fugitives) places
   * are countries and times months, in its quote too, and `before` and `after` hold the rest of its paragraph so; else they are
   * null and the passage holds it. Times are ISO days, with a time of day at precision "hour".
   */
  claim: `claim_id blob not null, entity_id varchar not null, claim_no integer not null, dataset_no integer not null,
    file_no integer not null, part integer not null, row_no bigint not null, row_to bigint not null, char_from integer not null,
    char_to integer not null, before varchar, after varchar, quote varchar not null, kind varchar not null, polarity varchar not null, modality varchar not null,
    cues varchar[] not null, speaker varchar not null, chain json not null, outlet varchar not null, relation varchar not null,
    is_quoted boolean not null, is_ironic boolean not null, is_retracted boolean not null, date_text varchar, date_from varchar, date_to varchar,
    date_precision varchar, counts json not null, places json not null, reasons json not null, is_guarded boolean not null,
    status varchar not null, edited varchar[] not null`,
  /** Who speaks in a document, and by which words it names them; most: how many people it may be. */
  claim_source: `entity_id varchar not null, source_id varchar not null, kind varchar not null, name varchar not null,
    mentions varchar[] not null, is_unnamed boolean not null, most integer not null`,
  /**
   * What claims say happened, numbered as they come. \`is_confirmed\`: by the claims alone that a person confirmed; else by all
   * that nobody rejected. \`roots_least\` and \`roots_most\`: independent sources, if all that may be one are one, and if none are.
   * Of a guarded event the place is a country and the times are months.
   */
  event: `event_id varchar not null, is_confirmed boolean not null, title varchar not null, type varchar, date_from varchar, date_to varchar,
    date_precision varchar, place varchar, country varchar, roots_least integer not null, roots_most integer not null,
    denied_by varchar[] not null, unconfirmed_by varchar[] not null, status varchar[] not null, is_guarded boolean not null`,
  event_claim: `event_id varchar not null, claim_id blob not null`,
  /** An independent source of an event, who carries its words, and how many people it may be. */
  event_root: `event_id varchar not null, root_no integer not null, source varchar not null, carriers varchar[] not null, most integer not null`,
  /** Two claims that cannot both be so; and a later telling that is firmer or larger than the one that it rests on. */
  contradiction: `is_confirmed boolean not null, kind varchar not null, left_claim blob not null, right_claim blob not null, why varchar not null`,
  drift: `is_confirmed boolean not null, kind varchar not null, claim_id blob not null, from_claim blob not null, why varchar not null`,
  /**
   * Words of a passage that are a writing of a name that an entity of the case bears, as a proposal; one row for each canonical
   * entity. `document_id`: the document's entity; they stand from `char_from` to `char_to`, end left out. `form`: as they were
   * compared, without what the language joins to their end; `entity_id` bears the name `name`, `kind`: person, organization or
   * other; `tier`: same, spelling or patronymic; `why`: part by part; `status`: proposed, accepted or rejected. A decision names
   * `place_id` and an entity. No stage and no brief reads it.
   */
  mention: `mention_id blob not null, place_id varchar not null, document_id varchar not null, dataset_no integer not null,
    file_no integer not null, part integer not null, row_no bigint not null, char_from integer not null, char_to integer not null,
    written varchar not null, form varchar not null, name varchar not null, entity_id varchar not null, canonical_id varchar not null,
    kind varchar not null, tier varchar not null, weight_mb integer not null, why varchar[] not null, status varchar not null`,
  /** Names that were not looked for, and places where a writing of one was found and not proposed, by reason. */
  skipped_mention: `reason varchar not null, sentence varchar not null, names bigint not null, places bigint not null`,
  /** The independent source of a range of rows; the narrowest range wins; root_id null: unknown, never corroborates. */
  root: `dataset_no integer not null, file_no integer, part integer, row_from bigint, row_to bigint, root_id varchar,
    basis varchar not null`,
  /** The verdict for one value (value_key) of one property of one canonical entity, or of one edge; is_listed: public lists alone say it. */
  finding: `finding_id blob not null, canonical_id varchar not null, schema varchar not null, prop varchar not null,
    value_key varchar not null, verdict varchar not null, roots_least integer not null, roots_most integer not null,
    is_new boolean not null, is_listed boolean not null, first_hand_over integer not null, explanation varchar not null`,
  /** stance: supports or contradicts. */
  finding_statement: `finding_id blob not null, statement_id blob not null, dataset_no integer not null, stance varchar not null,
    root_id varchar`,
  flow: `payment_id varchar not null, payer_id varchar not null, payee_id varchar not null, amount_minor bigint not null,
    currency varchar not null, case_minor bigint, value_from date, value_to date, confidence_ppm integer not null,
    roots_least integer not null`,
  block_set: `block_set_id blob not null, question json not null, input_hash blob not null, budget integer not null,
    rho_quarters integer not null, members varchar[] not null, baseline_minor hugeint not null,
    residual_minor hugeint not null, bound_minor hugeint not null, proof varchar not null, certificate json not null,
    explanation json not null`,
  /** What a decision on a pair would change: money, findings by the verdict that they would get; `apart`: the properties with one true value that speak against it. */
  review: `left_id varchar not null, right_id varchar not null, money_minor hugeint not null,
    corroborated integer not null, contradicted integer not null, settled integer not null, apart varchar[] not null`,
  /** One row for each join and each thing that hangs on it; left < right. \`kind\`: sentence, match or chokepoint; money_minor: what the side that moved less moves; is_alone: no other link holds the two sides together. */
  load_bearing: `left_id varchar not null, right_id varchar not null, kind varchar not null, carried varchar not null,
    money_minor hugeint not null, is_alone boolean not null`,
  /** Each cited place with its surroundings; \`focus\` is the index of the cited line, from 0. */
  excerpt: `statement_id blob not null, file_no integer not null, part integer not null, row_no bigint not null,
    col_no integer, lines varchar[] not null, focus integer not null`,
} as const;

export type HeldTable = keyof typeof heldTables;
export type DerivedTable = keyof typeof derivedTables;
export type SharedTable = HeldTable | DerivedTable;
