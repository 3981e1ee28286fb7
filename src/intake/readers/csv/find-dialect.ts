import { type CsvDialect, RecordScanner } from "./record-scanner.ts";

/** A dialect, and how much of the sample it explains: the share of records that have the ordinary number of cells. */
export interface DialectGuess {
  readonly dialect: CsvDialect;
  readonly agreement: number;
  readonly records: number;
}

const recordsMax = 400;
const sampleBytesMax = 256 * 1024;
const quoteMark = 34;
const apostrophe = 39;
const backslash = 92;
const endOfFileMark = 26;
// A delimiter that leaves quotes within cells, where another one has them about cells, stands within a quoted text.
const leavesQuotes = 0.5;
/** A byte that UTF-8 never holds: the delimiter of a file with one column. */
export const noDelimiter = 0xff;

/** Finds out delimiter, quote and escape of a delimited text from its first records; `prefers` is the extension's delimiter. */
export function findDialect(bytes: Uint8Array, isWhole: boolean, prefers?: number): DialectGuess {
  const sample = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, sampleBytesMax));
  const named = namedDelimiter(sample);
  const candidates = named === undefined ? [..."\t;,|"].map((mark) => mark.charCodeAt(0)) : [named];
  const guesses = candidates.map((delimiter) => judge(sample, isWhole && sample.length === bytes.length, delimiter));
  const quoted = new Map(candidates.map((delimiter) => [delimiter, countOpening(sample, delimiter, quoteMark)]));
  const most = Math.max(...quoted.values());
  const rankOf = (guess: DialectGuess): number =>
    rank(guess, prefers) * ((quoted.get(guess.dialect.delimiter) ?? 0) * 2 < most ? leavesQuotes : 1);
  const best = guesses.toSorted((left, right) => rankOf(right) - rankOf(left))[0];
  if (best && (best.dialect.cells > 1 || named !== undefined)) return best;
  return judge(sample, isWhole, noDelimiter);
}

// A spreadsheet program writes the delimiter into a first line of its own: "sep=;".
function namedDelimiter(sample: Buffer): number | undefined {
  const match = /^\uFEFF?sep=(.)\r?\n/u.exec(sample.subarray(0, 16).toString("utf8"));
  return match?.[1]?.charCodeAt(0);
}

function rank({ dialect, agreement, records }: DialectGuess, prefers: number | undefined): number {
  if (dialect.cells < 2) return 0;
  const certainty = records < 2 ? 0.9 : 1;
  return agreement ** 2 * certainty * Math.log2(dialect.cells + 1) * (dialect.delimiter === prefers ? 1.2 : 1);
}

function judge(sample: Buffer, isWhole: boolean, delimiter: number): DialectGuess {
  const marks = findQuotes(sample, delimiter);
  const first: CsvDialect = { delimiter, ...marks, cells: 0, isMacLines: !sample.includes(10) };
  const counts = countCells(sample, isWhole, first);
  const cells = ordinaryCount(counts);
  const agreeing = counts.filter((count) => count === cells).length;
  return {
    dialect: { ...first, cells },
    agreement: counts.length === 0 ? 0 : agreeing / counts.length,
    records: counts.length,
  };
}

function findQuotes(sample: Buffer, delimiter: number): Pick<CsvDialect, "quote" | "escape" | "hasPadding"> {
  const isApostrophe = countOpening(sample, delimiter, apostrophe) >= 3 && !sample.includes(quoteMark);
  const quote = isApostrophe ? apostrophe : quoteMark;
  const mark = String.fromCharCode(quote);
  const escapes = sample.toString("latin1").split(`\\${mark}`).length - 1;
  const doubled = sample.toString("latin1").split(`${mark}${mark}`).length - 1;
  const padded = delimiter === noDelimiter ? -1 : sample.indexOf(Buffer.from([delimiter, 32, quote]));
  return { quote, escape: escapes > doubled ? backslash : quote, hasPadding: padded >= 0 };
}

function countOpening(sample: Buffer, delimiter: number, quote: number): number {
  let count = 0;
  for (let index = 1; index < sample.length; index++) {
    if (sample[index] === quote && (sample[index - 1] === delimiter || sample[index - 1] === 10)) count++;
  }
  return count;
}

/** The cells of each record; negative where a quote stands in the wrong place, which tells against the delimiter. */
function countCells(sample: Buffer, isWhole: boolean, dialect: CsvDialect): number[] {
  const scanner = new RecordScanner(dialect);
  scanner.setWindow(sample, sample.length, isWhole);
  const counts: number[] = [];
  for (let position = 0; position < sample.length && counts.length < recordsMax;) {
    let outcome = scanner.scan(position);
    let isOdd = outcome === "unclosed";
    for (let tries = 0; outcome === "unclosed" && tries < 8; tries++) outcome = scanner.scan(position, scanner.openAt);
    if (outcome !== "record") break;
    isOdd ||= scanner.strays > 0;
    const isMark = scanner.recordEnd === position + 1 && sample[position] === endOfFileMark;
    if (scanner.recordEnd > position && !isMark) counts.push(isOdd ? -scanner.count : scanner.count);
    position = scanner.next;
  }
  return counts;
}

/** The commonest number of cells; of two equally common ones the larger, for titles and notes are short. */
function ordinaryCount(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(Math.abs(count), (times.get(Math.abs(count)) ?? 0) + 1);
  const byTimes = [...times].toSorted((left, right) => right[1] - left[1] || right[0] - left[0]);
  return byTimes[0]?.[0] ?? 1;
}
