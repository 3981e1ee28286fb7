import {
  parseCanonicalId,
  parseEntityId,
  parseFindingId,
  parseStatementId,
  type CanonicalId,
  type EntityId,
  type FindingId,
  type StatementId,
} from "../model/index.ts";
import { hex, text } from "./shape.ts";

/** An entity's id. */
export const entityId = (value: unknown): EntityId => parseEntityId(text(value));
/** The id of joined entities. */
export const canonicalId = (value: unknown): CanonicalId => parseCanonicalId(text(value));
/** A statement's key, bytes as hex. */
export const statementId = (value: unknown): StatementId => parseStatementId(hex(value));
/** A finding's id, bytes as hex. */
export const findingId = (value: unknown): FindingId => parseFindingId(hex(value));
