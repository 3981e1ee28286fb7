export { addMaterial, type MaterialToAdd, type SourceToAdd } from "./add-material.ts";
export { initCase, openCaseFolder } from "./case-folder.ts";
export { examineCase, type DoctorLine } from "./doctor.ts";
export { writeJudgement } from "./judge.ts";
export { withCase, type OpenCase, type OpenOptions } from "./open-case.ts";
export { runCase, type Progress, type RunReport } from "./run-case.ts";
