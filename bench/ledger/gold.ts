import { readFileSync } from "node:fs";

/** A claim as a person marked it; the fields are those of the README of the annotated round-ups. */
export interface GoldClaim {
  readonly id: string;
  readonly tier: "core" | "context";
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly event: string;
  readonly kind: string;
  readonly polarity: string;
  readonly modality: string;
  readonly direct_quote: boolean;
  readonly irony: boolean;
  readonly retracted: boolean;
  readonly speaker: string;
  readonly chain: readonly string[];
  readonly outlet: string;
  readonly outlet_relation: string;
  readonly root_group: string;
  readonly date: GoldDate | null;
  readonly participants?: readonly GoldNumber[];
  readonly quantities?: readonly GoldNumber[];
}

export interface GoldDate {
  readonly text: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly precision: string | null;
}

export interface GoldNumber {
  readonly text?: string;
  readonly count?: number | null;
  readonly value?: number | null;
  readonly min?: number | null;
  readonly max?: number | null;
  readonly unit?: string | null;
}

export interface GoldSource {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly named: boolean;
  readonly aliases: readonly string[];
}

export interface GoldEvent {
  readonly id: string;
  readonly title: string;
  readonly type: string;
  readonly roots: { readonly low: number; readonly high: number };
  readonly score_roots: boolean;
}

export interface GoldRootGroup {
  readonly id: string;
  readonly origin: string;
  readonly unknown: boolean;
  readonly author: boolean;
  readonly roots: { readonly low: number; readonly high: number };
}

export interface GoldContradiction {
  readonly id: string;
  readonly kind: string;
  readonly claims: readonly string[];
  readonly sides: { readonly a: readonly string[]; readonly b: readonly string[] };
}

export interface GoldQuestion {
  readonly id: string;
  readonly kind: string;
  readonly needs: string;
  readonly question: string;
  readonly value: unknown;
  readonly claims: readonly string[];
}

export interface GoldFile {
  readonly events: readonly GoldEvent[];
  readonly sources: readonly GoldSource[];
  readonly root_groups: readonly GoldRootGroup[];
  readonly contradictions: readonly GoldContradiction[];
  readonly not_contradictions: readonly { readonly id: string; readonly claims: readonly string[] }[];
  readonly drift: readonly { readonly claim: string; readonly from: string; readonly visible_in: string }[];
  readonly questions: readonly GoldQuestion[];
  readonly non_claims: readonly { readonly start: number; readonly end: number }[];
}

export const readGoldClaims = (path: string): readonly GoldClaim[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as GoldClaim);

export const readGoldEvents = (path: string): GoldFile => JSON.parse(readFileSync(path, "utf8")) as GoldFile;
