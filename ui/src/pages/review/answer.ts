import type { Contract, RouteAnswer } from "../../../../src/server/contract/index.ts";

export type Pair = RouteAnswer<Contract["GET /api/review/pairs"]>["pairs"][number];
export type RecordedValue = Pair["left"][number];
export type Decision = "same" | "different" | "unsure";
export type Join = RouteAnswer<Contract["GET /api/review/joins"]>["joins"][number];
export type DecisionLine = RouteAnswer<Contract["GET /api/decisions"]>["decisions"][number];
export type Mention = RouteAnswer<Contract["GET /api/review/mentions"]>["mentions"][number];
export type SkippedNames = RouteAnswer<Contract["GET /api/review/mentions"]>["skipped"];
