import type { Contract, RouteAnswer } from "../../../../src/server/contract/index.ts";

export type Pair = RouteAnswer<Contract["GET /api/review/pairs"]>["pairs"][number];
export type RecordedValue = Pair["left"][number];
export type Decision = "same" | "different" | "unsure";
