// Generated from resources/crosscheck/left-out.tsv by npm run generate; do not edit.
// Properties that get no finding: text about an entity, and what a file or a publisher adds about its own record.
// source: meanings of the properties in FollowTheMoney 4.5.2; the choice is Windfall's own
// licence: Apache-2.0
export const rows: readonly (readonly string[])[] = [
  ["alephUrl"],
  ["amountEur"],
  ["amountUsd"],
  ["bankAddress"],
  ["contentHash"],
  ["createdAt"],
  ["description"],
  ["indexText"],
  ["keywords"],
  ["metadata"],
  ["modifiedAt"],
  ["namesMentioned"],
  ["notes"],
  ["program"],
  ["programId"],
  ["proof"],
  ["publisher"],
  ["publisherUrl"],
  ["recordId"],
  ["retrievedAt"],
  ["sourceUrl"],
  ["summary"],
  ["topics"],
  ["weakAlias"],
];
