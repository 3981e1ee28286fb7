import { join } from "node:path";

/** Where things stand in a case's folder. */
export interface CasePaths {
  readonly dir: string;
  readonly config: string;
  readonly key: string;
  readonly manifest: string;
  readonly material: string;
  readonly mappings: string;
  readonly cache: string;
  readonly lists: string;
  readonly out: string;
}

/** The paths of the case in a folder. */
export const casePaths = (dir: string): CasePaths => ({
  dir,
  config: join(dir, "case.yaml"),
  key: join(dir, "case.key"),
  manifest: join(dir, "manifest.jsonl"),
  material: join(dir, "material"),
  mappings: join(dir, "mappings"),
  cache: join(dir, "cache"),
  lists: join(dir, "cache", "lists.duckdb"),
  out: join(dir, "out"),
});
