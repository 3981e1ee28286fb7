import { sha1 } from "../base/index.ts";
import type { StatementId } from "./ids.ts";

/** What FollowTheMoney's statement key is made of; schema, origin, dates and the original value do not count. */
export interface StatementKeyParts {
  readonly dataset: string;
  readonly entityId: string;
  readonly prop: string;
  readonly value: string;
  readonly lang?: string | null;
  readonly external?: boolean;
}

/** FollowTheMoney's statement key: SHA-1 of `dataset.entity.prop.value`, then `@lang`, then `.ext`. */
export function makeStatementId(parts: StatementKeyParts): StatementId {
  const lang = parts.lang ? `@${parts.lang}` : "";
  const external = parts.external ? ".ext" : "";
  return sha1(`${parts.dataset}.${parts.entityId}.${parts.prop}.${parts.value}${lang}${external}`) as StatementId;
}

/** The columns of FollowTheMoney's `statements.csv`, in their order. */
export const statementColumns = [
  "canonical_id",
  "entity_id",
  "prop",
  "prop_type",
  "schema",
  "value",
  "dataset",
  "origin",
  "lang",
  "original_value",
  "external",
  "first_seen",
  "last_seen",
  "id",
] as const;
