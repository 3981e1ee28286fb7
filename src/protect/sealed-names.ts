import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../base/index.ts";
import type { AuditLog } from "./audit-log.ts";
import { seal, unseal, type Sealed } from "./sealed.ts";
import { tellingWords, wordsOf } from "./telling-words.ts";

/**
 * The names that must not leave: of sealed sources by source id, of their files by `dataset/pseudonym`, of what lies in
 * their archives by `dataset/pseudonym/m3`. They stand in
 * one file of mode 0600 beside the case until an encrypted vault takes its place; each opening is in the audit log.
 */
export interface SealedNames {
  /** Keeps a name under a pseudonym. */
  keep(pseudonym: string, name: Sealed<string>, actor: string): void;
  /** The same for many, by pseudonym. */
  keepAll(names: ReadonlyMap<string, Sealed<string>>, actor: string): void;
  /** The name behind a pseudonym, as plain text for a cleared person's eyes; undefined if none is kept. */
  reveal(pseudonym: string, actor: string): string | undefined;
  /** Whether the name kept under a pseudonym is this one; undefined if none is kept. Shows neither. */
  isKept(pseudonym: string, name: Sealed<string>): boolean | undefined;
  /** Whether any kept name of three or more characters stands in a text: what must never be true of what is written. */
  isIn(text: string): boolean;
  /**
   * Whether a word of the names kept under these pseudonyms stands in a text, in any case of its letters: one of four or more
   * letters that is written with a capital in the name, such as a surname. Of scripts without capitals, three letters.
   */
  isPartIn(text: string, pseudonyms: readonly string[]): boolean;
}

/** Opens (or begins) `sealed.json` in a case's folder. */
export function openSealedNames(caseDir: string, audit: AuditLog): SealedNames {
  const path = join(caseDir, "sealed.json");
  const keepAll: SealedNames["keepAll"] = (names, actor) => {
    const kept = readNames(path);
    const other = [...names].filter(([pseudonym, name]) => kept[pseudonym] !== unseal(name));
    if (other.length === 0) return;
    audit.add(other.map(([subject]) => ({ action: "seal", subject, actor })));
    writeNames(path, { ...kept, ...Object.fromEntries(other.map(([pseudonym, name]) => [pseudonym, unseal(name)])) });
  };
  return {
    keep: (pseudonym, name, actor) => keepAll(new Map([[pseudonym, name]]), actor),
    keepAll,
    reveal: (pseudonym, actor) => {
      audit.add([{ action: "reveal", subject: pseudonym, actor }]);
      return readNames(path)[pseudonym];
    },
    isKept: (pseudonym, name) => {
      const kept = readNames(path)[pseudonym];
      return kept === undefined ? undefined : kept === unseal(name);
    },
    isIn: (text) => standsIn(text, Object.entries(readNames(path)).flatMap(spellingsOf)),
    isPartIn: (text, pseudonyms) => {
      const names = readNames(path);
      const parts = new Set(pseudonyms.flatMap((pseudonym) => tellingWords(names[pseudonym] ?? "")));
      return wordsOf(text).some((word) => parts.has(word));
    },
  };
}

/** A name, and of a file in an archive also what stands after its folders, unless that is one word as any text may hold it. */
function spellingsOf([pseudonym, name]: readonly [string, string]): string[] {
  const last = name.replace(/^.*[/\\]/u, "");
  const isTelling = pseudonym.includes("/") && last !== name && !/^\p{L}*$/u.test(last);
  return [name, ...(isTelling ? [last] : [])].filter((each) => each.length >= lettersMin);
}

const lettersMin = 3;
/**
 * Whether a text holds one of many names: by their first letters and their lengths, in one pass through the text. Three
 * letters that begin none are passed over by a table: 40 MB take a second.
 */
function standsIn(text: string, names: readonly string[]): boolean {
  const known = new Set(names);
  const lengthsByStart = new Map<string, Set<number>>();
  const begins = new Uint8Array(startsMax);
  for (const name of known) {
    const start = name.slice(0, lettersMin);
    lengthsByStart.set(start, (lengthsByStart.get(start) ?? new Set()).add(name.length));
    begins[startAt(name, 0)] = 1;
  }
  for (let at = 0; at + lettersMin <= text.length; at += 1) {
    if (begins[startAt(text, at)] !== 1) continue;
    for (const length of lengthsByStart.get(text.slice(at, at + lettersMin)) ?? [])
      if (known.has(text.slice(at, at + length))) return true;
  }
  return false;
}

const startsMax = 65_536;
const startAt = (text: string, at: number): number =>
  (text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2)) % startsMax;

/** Takes a name from outside straight into a seal. */
export const sealName = (name: string): Sealed<string> => seal(name);

function readNames(path: string): Record<string, string> {
  if (!existsSync(path)) return {};
  try {
    const names: Record<string, string> = JSON.parse(readFileSync(path, "utf8"));
    return names;
  } catch {
    throw new Refusal(`${path}: the file of sealed names is damaged; restore it from a copy`);
  }
}

function writeNames(path: string, names: Record<string, string>): void {
  const next = `${path}.next`;
  writeFileSync(next, JSON.stringify(names, null, 1), { mode: 0o600 });
  chmodSync(next, 0o600);
  renameSync(next, path);
}
