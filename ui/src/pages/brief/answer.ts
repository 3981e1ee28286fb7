import type { Contract, RouteAnswer } from "../../../../src/server/contract/index.ts";

export type Brief = RouteAnswer<Contract["GET /api/brief"]>;
export type Section = Brief["sections"][number];
export type Block = Section["blocks"][number];
export type Citation = Brief["citations"][number];
