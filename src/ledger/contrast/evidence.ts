/** Evidence by its name in `resources/ledger/contrast-weights.tsv`, each from 0 to 1; what is not there is left out. */
export type Evidence = readonly (readonly [string, number])[];

/** One evidence, if it is there. */
export const has = (evidence: string, is: boolean): Evidence => (is ? [[evidence, 1]] : []);
