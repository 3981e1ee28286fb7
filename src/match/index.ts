export { sentenceOf } from "./facets.ts";
export { matchStage } from "./match-stage.ts";
export { type MatchModel, type ModelLevel } from "./match-model.ts";
