import { parentPort } from "node:worker_threads";
import { assert } from "../base/index.ts";
import type { SearchName } from "../views/index.ts";
import { spellNames } from "./spell-names.ts";

const port = parentPort;
assert(port !== null, "this module runs in a worker");
port.on("message", (names: readonly SearchName[]) => port.postMessage(spellNames(names)));
