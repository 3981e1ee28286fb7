import { assert, type Brand } from "../base/index.ts";

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

/** Takes a text that `isSlug` accepted as a source id. */
export function makeSourceId(text: string): SourceId {
  assert(isSlug(text), `"${text}" is a source id`);
  return text as SourceId;
}

/** Takes a text that `isSlug` accepted as a dataset name. */
export function makeDatasetName(text: string): DatasetName {
  assert(isSlug(text), `"${text}" is a dataset name`);
  return text as DatasetName;
}

/** Takes a non-empty text as an entity id. */
export function makeEntityId(text: string): EntityId {
  assert(text.length > 0, "an entity id has a character");
  return text as EntityId;
}

/** Takes a non-empty text as a canonical id. */
export function makeCanonicalId(text: string): CanonicalId {
  assert(text.length > 0, "a canonical id has a character");
  return text as CanonicalId;
}
