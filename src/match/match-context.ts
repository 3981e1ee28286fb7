import type { StageContext } from "../store/index.ts";

/** What a run and a training need of a stage's context: the engine, the settings and the tables. */
export type MatchContext = Pick<StageContext, "database" | "settings" | "table">;
