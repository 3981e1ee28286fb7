import type { Contract, RouteAnswer } from "../../../../src/server/contract/index.ts";

type Answer = RouteAnswer<Contract["GET /api/overview"]>;
export type Figures = Answer["figures"];
export type Latest = Answer["latest"];
export type Advice = Answer["advice"];
export type FileLine = RouteAnswer<Contract["GET /api/files"]>["files"][number];
export type FaultGroup = RouteAnswer<Contract["GET /api/faults"]>["groups"][number];
