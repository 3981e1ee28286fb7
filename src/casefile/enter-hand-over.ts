import { isMap, isSeq, type Document } from "yaml";
import { Refusal } from "../base/index.ts";
import { sealName, type Sealed } from "../protect/index.ts";
import type { MaterialToAdd } from "./add-material.ts";
import type { CaseFolder } from "./case-folder.ts";
import { refuseOtherHandOver, refuseOtherSource } from "./refuse-contradiction.ts";

/** A source as it stands in `case.yaml`, and the name to be kept aside for it, if any. */
interface EnteredSource {
  readonly isSealed: boolean;
  readonly label?: Sealed<string>;
}

/** How a hand-over stands in `case.yaml` once material is entered. */
export interface EnteredHandOver extends EnteredSource {
  readonly howObtained: string;
}

/**
 * Enters source and hand-over of material in the document of `case.yaml`; what stands there already is left, and
 * material that says otherwise of it is refused. Writes nothing.
 */
export function enterHandOver(
  document: Document,
  folder: CaseFolder,
  material: MaterialToAdd,
  today: string,
): EnteredHandOver {
  const source = enterSource(document, folder, material.source);
  return { ...source, howObtained: enterDataset(document, folder, material, today) };
}

function enterSource(document: Document, folder: CaseFolder, given: MaterialToAdd["source"]): EnteredSource {
  const { id, label, sealed = false, kind, grade, firstHand, derivedFrom } = given;
  const known = folder.config.sources.find((source) => source.id === id);
  if (known) refuseOtherSource(known, given, folder.sealedNames);
  else if (!kind || !grade) {
    throw new Refusal(
      `source "${id}" is not in case.yaml; say who it is with --kind and --grade, such as --kind informant --grade B2`,
    );
  }
  if (known) {
    const isNameless = known.sealed && label && folder.sealedNames.isKept(id, sealName(label)) === undefined;
    return { isSealed: known.sealed, ...(isNameless && { label: sealName(label) }) };
  }
  addToList(document, "sources", {
    id,
    ...(label && !sealed && { label }),
    kind,
    grade,
    ...(sealed && { sealed }),
    ...(firstHand !== undefined && { firstHand }),
    ...(derivedFrom && { derivedFrom }),
  });
  // Whatever is kept for a source that is not in the case is of an attempt that came to nothing.
  return { isSealed: sealed, ...(sealed && label && { label: sealName(label) }) };
}

function enterDataset(document: Document, folder: CaseFolder, material: MaterialToAdd, today: string): string {
  const { dataset: name, source, received = today, howObtained = "not stated", series } = material;
  const { datasets, lists } = folder.config;
  const known = [...datasets, ...lists].find((each) => each.name === name);
  if (series === undefined && material.edition !== undefined && !lists.some((each) => each.name === name))
    throw new Refusal(`--edition is "${material.edition}", and --series is missing; name the list that it is one of`);
  if (known) {
    refuseOtherHandOver(known, material);
    return "howObtained" in known ? known.howObtained : howObtained;
  }
  if (series !== undefined)
    addToList(document, "lists", { name, source: source.id, series, edition: material.edition ?? received });
  else
    addToList(document, "datasets", {
      name,
      source: source.id,
      received,
      howObtained,
      ...(material.bystanders && { bystanders: true }),
    });
  return howObtained;
}

function addToList(document: Document, key: string, entry: object): void {
  const list = document.get(key);
  if (isSeq(list)) {
    list.flow = false;
    list.add(document.createNode(entry));
  } else if (isMap(document.contents)) document.set(key, [entry]);
}
