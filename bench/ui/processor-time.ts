import { readFileSync, readdirSync } from "node:fs";

interface Process {
  readonly parent: number;
  readonly ms: number;
}

/** Processor time so far of the processes that this one started, and theirs, in milliseconds to the hundredth of a second (Linux; elsewhere 0). */
export function childrenMs(): number {
  const processes = readProcesses();
  const isOurs = (id: number): boolean => {
    const parent = processes.get(id)?.parent ?? 0;
    return parent === process.pid || (parent > 1 && isOurs(parent));
  };
  return [...processes].reduce((sum, [id, { ms }]) => (isOurs(id) ? sum + ms : sum), 0);
}

function readProcesses(): ReadonlyMap<number, Process> {
  const found = new Map<number, Process>();
  try {
    for (const name of readdirSync("/proc").filter((each) => /^\d+$/u.test(each))) {
      const read = readProcess(name);
      if (read) found.set(Number(name), read);
    }
  } catch {
    // No such folder: another system.
  }
  return found;
}

/** Undefined: the process has ended meanwhile. */
function readProcess(id: string): Process | undefined {
  try {
    const fields = readFileSync(`/proc/${id}/stat`, "utf8")
      .replace(/^.*\) /su, "")
      .split(" ");
    const ticks = [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field]), 0);
    return { parent: Number(fields[1]), ms: ticks * 10 };
  } catch {
    return undefined;
  }
}
