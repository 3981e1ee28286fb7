import type { Contract, RouteAnswer } from "../../../../src/server/contract/index.ts";

export type Place = RouteAnswer<Contract["GET /api/place"]>;
export type MaterialWindow = RouteAnswer<Contract["GET /api/files/:fileNo/parts/:part/rows"]>;
export type MaterialRow = MaterialWindow["rows"][number];
export type Used = MaterialWindow["used"][number];
