import type { Contract, RouteAnswer } from "../../../../src/server/contract/index.ts";

export type Entity = RouteAnswer<Contract["GET /api/entities/:id"]>;
export type RecordedValue = Entity["values"][number];
export type Member = Entity["members"][number];
export type Payment = RouteAnswer<Contract["GET /api/entities/:id/payments"]>["payments"][number];
export type JoinStep = NonNullable<RouteAnswer<Contract["GET /api/joins"]>["steps"]>[number];
export type MentionOfEntity = RouteAnswer<Contract["GET /api/entities/:id/mentions"]>["mentions"][number];
