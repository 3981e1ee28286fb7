import { closeSync, openSync, readFileSync, realpathSync, rmSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { Refusal } from "../base/index.ts";
import { processStart } from "./platform.ts";

/** The right to be the only one who writes a case; given back by `release`. */
export interface Lock {
  release(): void;
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly started: string;
}

const heldHere = new Set<string>();

/**
 * Takes the case's lock, or refuses with the name of the process that holds it. The engine's own lock is not enough:
 * two instances on one path in one process both open, and committed rows vanish. A lock whose process has ended is
 * taken over.
 */
export function acquireLock(caseDir: string): Lock {
  const path = join(realpathSync(caseDir), "case.lock");
  if (heldHere.has(path)) throw new Refusal(`${path}: this process has the case open already; close it first`);
  for (let attempt = 0; ; attempt += 1) {
    const descriptor = createLock(path);
    if (descriptor !== undefined) return hold(path, descriptor);
    const holder = readHolder(path);
    if (attempt >= 2 || isAlive(holder)) throw new Refusal(busyText(path, holder));
    rmSync(path, { force: true });
  }
}

function hold(path: string, descriptor: number): Lock {
  const holder: Holder = { pid: process.pid, host: hostname(), started: processStart(process.pid) };
  writeSync(descriptor, JSON.stringify(holder));
  closeSync(descriptor);
  heldHere.add(path);
  return {
    release: () => {
      if (heldHere.delete(path)) rmSync(path, { force: true });
    },
  };
}

function createLock(path: string): number | undefined {
  try {
    return openSync(path, "wx", 0o600);
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "EEXIST") return undefined;
    throw new Refusal(`${path}: the lock cannot be written (${String(cause)}); the case's folder must be writable`);
  }
}

function readHolder(path: string): Holder | undefined {
  try {
    const holder: Holder = JSON.parse(readFileSync(path, "utf8"));
    return typeof holder.pid === "number" ? holder : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(holder: Holder | undefined): boolean {
  if (!holder) return false;
  if (holder.host !== hostname()) return true;
  if (holder.pid === process.pid) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (cause) {
    return cause instanceof Error && "code" in cause && cause.code === "EPERM";
  }
  return processStart(holder.pid) === holder.started;
}

function busyText(path: string, holder: Holder | undefined): string {
  const who = holder ? `process ${holder.pid} on ${holder.host}` : "another process";
  return `${path}: the case is open in ${who}; wait until it ends, or end it, and try again`;
}
