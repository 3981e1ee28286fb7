import { assert, type Brand } from "../base/index.ts";

/** Names an entity within the case; holds no dot when Windfall made it. */
export type EntityId = Brand<string, "EntityId">;
/** Names what joined entities are together: one member's entity id. */
export type CanonicalId = Brand<EntityId, "CanonicalId">;
/** Names a source in `case.yaml`; a pseudonym where the source is sealed. */
export type SourceId = Brand<string, "SourceId">;
/** Names a hand-over or one edition of a list. */
export type DatasetName = Brand<string, "DatasetName">;
/** FollowTheMoney's statement key: 40 hex digits of SHA-1. */
export type StatementId = Brand<string, "StatementId">;
/** Names a finding: hex digits. */
export type FindingId = Brand<string, "FindingId">;

const slug = /^[a-z0-9][a-z0-9_-]{0,63}$/u;

/** Whether the text can name a source or a dataset: lower-case letters, digits, "-" and "_", at most 64. */
export const isSlug = (text: string): boolean => slug.test(text);

/** An entity's id; a text that holds nothing, or a control character, is a bug and throws. */
export const parseEntityId = (text: string): EntityId => parseId(text, "an entity id") as EntityId;
/** The id of joined entities, as the table of clusters gives it. */
export const parseCanonicalId = (text: string): CanonicalId => parseId(text, "a canonical id") as CanonicalId;
/** A statement's key as hex. */
export const parseStatementId = (text: string): StatementId => parseHex(text, "a statement id") as StatementId;
/** A finding's id as hex. */
export const parseFindingId = (text: string): FindingId => parseHex(text, "a finding id") as FindingId;

function parseId(text: string, what: string): string {
  assert(/^[^\p{Cc}]+$/u.test(text), `"${text}" is ${what}`);
  return text;
}

function parseHex(text: string, what: string): string {
  assert(/^(?:[0-9a-f]{2})+$/u.test(text), `"${text}" is ${what}`);
  return text;
}
