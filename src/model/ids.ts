import type { Brand } from "../base/index.ts";

/** Names an entity within the case; holds no dot when Windfall made it. */
export type EntityId = Brand<string, "EntityId">;
/** Names what joined entities are together: one member's entity id. */
export type CanonicalId = Brand<string, "CanonicalId">;
/** Names a source in `case.yaml`; a pseudonym where the source is sealed. */
export type SourceId = Brand<string, "SourceId">;
/** Names a hand-over or one edition of a list. */
export type DatasetName = Brand<string, "DatasetName">;
/** FollowTheMoney's statement key: 40 hex digits of SHA-1. */
export type StatementId = Brand<string, "StatementId">;

const slug = /^[a-z0-9][a-z0-9_-]{0,63}$/u;

/** Whether the text can name a source or a dataset: lower-case letters, digits, "-" and "_", at most 64. */
export const isSlug = (text: string): boolean => slug.test(text);
