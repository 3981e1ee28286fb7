import { createRequire } from "node:module";
import { lazy } from "../base/index.ts";

/**
 * The engine, loaded when the first case is opened. An import would read its hundred modules twice, once for the names
 * that they export: 0.15 s of every start.
 */
export const engine = lazy((): typeof import("@duckdb/node-api") => createRequire(import.meta.url)("@duckdb/node-api"));
