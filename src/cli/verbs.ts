import { addVerb } from "./add.ts";
import { blockVerb } from "./block.ts";
import { briefVerb } from "./brief.ts";
import { doctorVerb } from "./doctor.ts";
import { exportVerb } from "./export.ts";
import { exportNetworkVerb } from "./export-network.ts";
import { faultsVerb } from "./faults.ts";
import { findVerb } from "./find.ts";
import { findingsVerb } from "./findings.ts";
import { fragmentVerb } from "./fragment.ts";
import { freezeVerb } from "./freeze.ts";
import { hypothesisVerb } from "./hypothesis.ts";
import { initVerb } from "./init.ts";
import { ledgerVerb } from "./ledger.ts";
import { mapVerb } from "./map.ts";
import { nameVerb } from "./name.ts";
import { noteVerb } from "./note.ts";
import { openVerb } from "./open.ts";
import { pathsVerb } from "./paths.ts";
import { patternsVerb } from "./patterns.ts";
import { reviewVerb } from "./review.ts";
import { runVerb } from "./run.ts";
import { sampleVerb } from "./sample.ts";
import { serveVerb } from "./serve.ts";
import { showVerb } from "./show-document.ts";
import { sinceVerb } from "./since.ts";
import { statusVerb } from "./status.ts";
import { traceVerb } from "./trace.ts";
import { trainVerb } from "./train.ts";
import { undoVerb } from "./undo.ts";
import type { Verb } from "./verb.ts";
import { verifyVerb } from "./verify.ts";
import { whoVerb } from "./who.ts";
import { whyVerb } from "./why.ts";

/** Every verb of the command line, in the order in which a case is worked. */
export const verbs: readonly Verb[] = [
  sampleVerb,
  initVerb,
  addVerb,
  mapVerb,
  runVerb,
  statusVerb,
  faultsVerb,
  findVerb,
  whoVerb,
  nameVerb,
  findingsVerb,
  reviewVerb,
  undoVerb,
  trainVerb,
  whyVerb,
  sinceVerb,
  ledgerVerb,
  noteVerb,
  hypothesisVerb,
  blockVerb,
  freezeVerb,
  fragmentVerb,
  verifyVerb,
  traceVerb,
  patternsVerb,
  pathsVerb,
  briefVerb,
  serveVerb,
  openVerb,
  showVerb,
  exportVerb,
  exportNetworkVerb,
  doctorVerb,
];
