import type { Contract, RouteAnswer } from "../../../src/server/contract/index.ts";

/** What a route of the API answers: `Answer<"GET /api/case">`. */
export type Answer<Key extends keyof Contract> = RouteAnswer<Contract[Key]>;

export type Excerpt = NonNullable<Answer<"GET /api/places">["excerpt"]>;
export type CellsExcerpt = Extract<Excerpt, { kind: "cells" }>;
export type LinesExcerpt = Extract<Excerpt, { kind: "lines" }>;
export type SourceTree = Answer<"GET /api/findings/:id">["tree"];
