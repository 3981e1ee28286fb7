import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const main = join(import.meta.dirname, "../../dist/cli/main.js");
const canMount = spawnSync("unshare", ["-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]).status === 0;

/** One step a line: how large the disk is, and what is run on it. The disk vanishes with the process that mounted it. */
const script = (dir: string, ledger: string): string => `
mount -t tmpfs -o size=300k tmpfs ${dir}
step() { mount -o remount,size=$1 ${dir}; shift; ${process.execPath} ${main} "$@" --case ${dir}/case 2>&1 >/dev/null | grep -v '\\.\\.\\.$'; echo "$1 ended"; }
${process.execPath} ${main} init ${dir}/case >/dev/null
step 300k add ${ledger} --dataset h1 --source s1 --kind informant --grade B2
ls ${dir}/case/material/h1 | wc -l
step 2500k add ${ledger} --dataset h1 --source s1 --kind informant --grade B2
step 2500k run --only intake
step 200m run --only intake
${process.execPath} ${main} status --case ${dir}/case --json | grep -c '"rowsRead": 4001'
${process.execPath} ${main} doctor --case ${dir}/case`;

describe("a full disk", () => {
  it.runIf(canMount)("is named, loses nothing, and the same commands go on once there is room", () => {
    const dir = mkdtempSync(join(tmpdir(), "windfall-disk-"));
    const ledger = `${dir}.csv`;
    const rows = Array.from({ length: 4000 }, (_, row) => `Firm ${row} Trading Ltd,40720000${row},${"x".repeat(90)}`);
    writeFileSync(ledger, `name,account number,notes\n${rows.join("\n")}\n`);
    const { stdout } = spawnSync("unshare", ["-rm", "sh", "-c", script(dir, ledger)], { encoding: "utf8" });
    rmSync(dir, { recursive: true, force: true });
    rmSync(ledger);
    const full = `${dir}/case: the disk is full; make room and run again: nothing that was acknowledged is lost`;
    const lines = stdout.trim().split("\n");
    expect(lines.map((line) => (/The disk is full: free/u.test(line) ? full : line))).toEqual([
      full,
      "add ended",
      "0",
      "add ended",
      full,
      "run ended",
      "run ended",
      "1",
      "6 things examined, 0 wrong",
    ]);
  });
});

describe("a file that may not grow", () => {
  it.runIf(process.platform !== "win32")("leaves whole lines, is named, and the same command goes on later", () => {
    const dir = mkdtempSync(join(tmpdir(), "windfall-limit-"));
    const files = Array.from({ length: 6 }, (_, index) => join(dir, `${index}.csv`));
    for (const file of files) writeFileSync(file, `name\n${file}\n`);
    const add = `${process.execPath} ${main} add ${files.join(" ")} --case ${dir}/case --dataset h1 --source s1 --kind informant --grade B2`;
    const sh = (line: string) => spawnSync("sh", ["-c", line], { encoding: "utf8" });
    sh(`${process.execPath} ${main} init ${dir}/case`);
    // Two blocks: of 512 or of 1,024 bytes, as the shell counts them.
    const limited = sh(`ulimit -f 2; ${add}`);
    const manifest = readFileSync(join(dir, "case/manifest.jsonl"), "utf8");
    expect([limited.status, limited.stderr]).toEqual([
      2,
      `${dir}/case: this user may write no more there (a quota, or "ulimit -f"); make room and run again: nothing that was acknowledged is lost\n`,
    ]);
    expect(manifest).toMatch(/^(?:\{.+\}\n)+$/u);
    expect(sh(add).status).toBe(0);
    expect(sh(`${process.execPath} ${main} doctor --case ${dir}/case`).stdout).toContain(" 0 wrong");
    rmSync(dir, { recursive: true, force: true });
  });
});
