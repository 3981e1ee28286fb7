import type { NameKind } from "../../names/index.ts";

/** One that bears a name: the entity and the canonical entity to which it belongs. */
export interface Bearer {
  readonly entityId: string;
  readonly canonicalId: string;
}

export type BearerKind = "person" | "organization" | "other";

/** A name that entities of the case bear. */
export interface HeldName {
  readonly text: string;
  readonly kind: BearerKind;
  /** Those that bear it, at most one more than may share it. */
  readonly bearers: readonly Bearer[];
}

/** Whose name it is, as the names room asks. */
export const nameKindOf = (kind: BearerKind): NameKind =>
  kind === "person" ? "person" : kind === "organization" ? "company" : "unknown";
