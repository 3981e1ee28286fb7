import { type Budget } from "../zip/budget.ts";
import { type ZipDirectory } from "../zip/zip-directory.ts";
import { cellText } from "./shared-strings.ts";
import { type Relation, scanPart } from "./workbook.ts";
import { nameCode } from "./xml-scanner.ts";

/** A comment on a cell, `ref` as in "B7". */
export interface CellComment {
  readonly ref: string;
  readonly text: string;
}

const codes = {
  author: nameCode("author"),
  comment: nameCode("comment"),
  threaded: nameCode("threadedComment"),
  person: nameCode("person"),
  text: nameCode("text"),
  t: nameCode("t"),
  rPh: nameCode("rPh"),
  ref: nameCode("ref"),
  authorId: nameCode("authorId"),
  personId: nameCode("personId"),
  id: nameCode("id"),
  displayName: nameCode("displayName"),
};

/** Reads the comments of a sheet, old and threaded, each with its author; a threaded one replaces its old placeholder. */
export async function readComments(
  zip: ZipDirectory,
  relations: readonly Relation[],
  of: { budget: Budget; personsPath: string | undefined },
): Promise<CellComment[]> {
  const pathsOf = (type: string): string[] =>
    relations.filter((relation) => relation.type === type).map(({ target }) => target);
  const threaded: CellComment[] = [];
  const persons = await readPersons(zip, of);
  for (const path of pathsOf("threadedComment"))
    threaded.push(...(await readThreaded(zip, path, { budget: of.budget, persons })));
  const old: CellComment[] = [];
  for (const path of pathsOf("comments")) old.push(...(await readOld(zip, path, of.budget)));
  const refs = new Set(threaded.map(({ ref }) => ref));
  return [...threaded, ...old.filter(({ ref }) => !refs.has(ref))];
}

async function readPersons(
  zip: ZipDirectory,
  of: { budget: Budget; personsPath: string | undefined },
): Promise<Map<string, string>> {
  const persons = new Map<string, string>();
  if (of.personsPath === undefined || !zip.find(of.personsPath)) return persons;
  await scanPart(zip, of.personsPath, of.budget, (name, tag) => {
    if (name !== codes.person) return;
    const values = tag.all();
    persons.set(values.get(codes.id) ?? "", values.get(codes.displayName) ?? "");
  });
  return persons;
}

async function readThreaded(
  zip: ZipDirectory,
  path: string,
  of: { budget: Budget; persons: Map<string, string> },
): Promise<CellComment[]> {
  const found: CellComment[] = [];
  let inHand: { ref: string; author: string; text: string } | undefined;
  let isInText = false;
  await scanPart(
    zip,
    path,
    of.budget,
    (name, tag) => {
      if (name === codes.threaded) {
        const values = tag.all();
        inHand = {
          ref: values.get(codes.ref) ?? "",
          author: of.persons.get(values.get(codes.personId) ?? "") ?? "",
          text: "",
        };
      }
      isInText = name === codes.text;
    },
    (name) => {
      if (name === codes.threaded && inHand) found.push({ ref: inHand.ref, text: signed(inHand.author, inHand.text) });
      isInText = false;
    },
    (bytes, start, end) => {
      if (isInText && inHand) inHand.text += cellText(bytes, start, end);
    },
  );
  return found;
}

async function readOld(zip: ZipDirectory, path: string, budget: Budget): Promise<CellComment[]> {
  const found: CellComment[] = [];
  const authors: string[] = [];
  let inHand = { ref: "", author: 0, text: "" };
  let inside = 0;
  let author: string | undefined;
  await scanPart(
    zip,
    path,
    budget,
    (name, tag) => {
      inside = name === codes.t || name === codes.rPh ? name : inside;
      if (name === codes.author) author = "";
      if (name !== codes.comment) return;
      const values = tag.all();
      inHand = { ref: values.get(codes.ref) ?? "", author: Number(values.get(codes.authorId) ?? 0), text: "" };
    },
    (name) => {
      if (name === inside) inside = 0;
      if (name === codes.author) {
        authors.push(author ?? "");
        author = undefined;
      }
      if (name === codes.comment)
        found.push({ ref: inHand.ref, text: signed(authors[inHand.author] ?? "", inHand.text) });
    },
    (bytes, start, end) => {
      if (author !== undefined) author += cellText(bytes, start, end);
      else if (inside === codes.t) inHand.text += cellText(bytes, start, end);
    },
  );
  return found;
}

const signed = (author: string, text: string): string =>
  author === "" || text.startsWith(`${author}:`) ? text : `${author}: ${text}`;
