import type { Contract, RouteAnswer } from "../../../../src/server/contract/index.ts";

export type Ledger = RouteAnswer<Contract["GET /api/ledger"]>;
export type LedgerEvent = Ledger["events"][number];
export type EventShown = RouteAnswer<Contract["GET /api/ledger/events/:id"]>;
export type Claim = EventShown["claims"][number];
export type ClaimPair = EventShown["contradictions"][number];
export type ClaimsToReview = RouteAnswer<Contract["GET /api/ledger/claims"]>;
