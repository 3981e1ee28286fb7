import { closeSync, fsyncSync, openSync, readFileSync } from "node:fs";

/** What differs between operating systems stands here and nowhere else. */

/** When a process started, as the system counts it, so that a reused process number is told apart; "" where unknown. */
export function processStart(pid: number): string {
  if (process.platform !== "linux") return "";
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

/** Makes a folder's new entries durable; Windows needs and allows no such call. */
export function syncFolder(path: string): void {
  if (process.platform === "win32") return;
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
