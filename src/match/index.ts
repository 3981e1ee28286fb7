export { sentenceOf, sentenceOfLevel } from "./facets.ts";
export { matchStage } from "./match-stage.ts";
export { defaultModel, readModel, type MatchModel, type ModelLevel } from "./match-model.ts";
export { trainModel, type GroupReport } from "./train/train-model.ts";
