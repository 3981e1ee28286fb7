import { Refusal } from "../base/index.ts";
import { sealName, type SealedNames } from "../protect/index.ts";
import type { MaterialToAdd } from "./add-material.ts";
import type { CaseConfig } from "./case-config.ts";

type KnownSource = CaseConfig["sources"][number];
type KnownHandOver = CaseConfig["datasets"][number] | CaseConfig["lists"][number];

/** What an option says of something, and what `case.yaml` says of it. */
interface Said {
  readonly option: string;
  readonly given: string | boolean | null | undefined;
  readonly known: string | boolean | null | undefined;
}

/** Refuses options that say otherwise of a source than `case.yaml` does: they would be dropped without a word. */
export function refuseOtherSource(known: KnownSource, given: MaterialToAdd["source"], names: SealedNames): void {
  refuseOther(
    `source "${known.id}"`,
    [
      { option: "sealed", given: given.sealed || undefined, known: known.sealed },
      { option: "kind", given: given.kind, known: known.kind },
      { option: "grade", given: given.grade, known: known.grade },
      { option: "firstHand", given: given.firstHand, known: known.firstHand },
      { option: "derivedFrom", given: given.derivedFrom, known: known.derivedFrom },
      // A name given to be protected is compared with no label, and never shown.
      ...(known.sealed || given.sealed ? [] : [{ option: "label", given: given.label, known: known.label }]),
    ],
    // Material of this source may lie under its real name already: to seal the source later would not hide that.
    given.sealed && !known.sealed
      ? "give what must be protected to a new --source with --sealed"
      : "leave the option out, give the material to a new --source, or change case.yaml first",
  );
  if (known.sealed && given.label && names.isKept(known.id, sealName(given.label)) === false) {
    throw new Refusal(
      `--label is not the name that is kept aside for the protected source "${known.id}"; leave it out, or give the material to a new --source`,
    );
  }
}

/** The same for a hand-over or an edition of a list. */
export function refuseOtherHandOver(known: KnownHandOver, given: MaterialToAdd): void {
  if (known.source !== given.source.id) {
    throw new Refusal(
      `hand-over "${known.name}" is from source "${known.source}"; use another --dataset for source "${given.source.id}"`,
    );
  }
  refuseOther(
    `hand-over "${known.name}"`,
    "series" in known
      ? [
          { option: "series", given: given.series, known: known.series },
          { option: "edition", given: given.edition ?? given.received, known: known.edition },
          { option: "bystanders", given: given.bystanders || undefined, known: undefined },
        ]
      : [
          { option: "series", given: given.series, known: undefined },
          { option: "received", given: given.received, known: known.received },
          { option: "how", given: given.howObtained, known: known.howObtained },
          { option: "bystanders", given: given.bystanders || undefined, known: known.bystanders },
        ],
    "leave the option out, use a new --dataset, or change case.yaml first",
  );
}

/** Names every option at once, so that nobody mends them one by one. */
function refuseOther(what: string, all: readonly Said[], right: string): void {
  const others = all.filter(({ given, known }) => given !== undefined && given !== (known ?? undefined));
  if (others.length === 0) return;
  throw new Refusal(`${what} stands in case.yaml already, and there ${others.map(otherText).join(", and ")}; ${right}`);
}

function otherText({ option, given, known }: Said): string {
  const flag = `--${option.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
  const key = option === "how" ? "howObtained" : option;
  return `${key} is ${valueText(known)}, which ${flag}${typeof given === "string" ? ` "${given}"` : ""} contradicts`;
}

const valueText = (value: Said["known"]): string => {
  if (value === undefined || value === null) return "not given";
  return typeof value === "string" ? `"${value}"` : String(value);
};
