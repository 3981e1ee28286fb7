/** One bench: runs on the input that its arguments name and returns what `--json` prints. */
export type Bench = (args: readonly string[]) => Promise<unknown>;
