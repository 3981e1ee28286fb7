import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { Refusal, type Clock } from "../base/index.ts";
import { openAuditLog, openSealedNames, type AuditLog, type SealedNames } from "../protect/index.ts";
import { parseCaseConfig, type CaseConfig } from "./case-config.ts";
import { readGivenFile } from "./file-refusal.ts";
import { casePaths, type CasePaths } from "./paths.ts";

/** A case's folder without its database: what it says of itself, and the secrets beside it. */
export interface CaseFolder {
  readonly paths: CasePaths;
  readonly config: CaseConfig;
  readonly key: Uint8Array;
  readonly audit: AuditLog;
  readonly sealedNames: SealedNames;
}

/** Makes the folder of a new case; refuses one that holds a case already. */
export function initCase(dir: string, title: string): CasePaths {
  const paths = casePaths(dir);
  if (existsSync(paths.config))
    throw new Refusal(`${paths.config}: there is a case here already; choose another folder`);
  mkdirSync(paths.material, { recursive: true });
  mkdirSync(paths.mappings, { recursive: true });
  writeFileSync(paths.key, randomBytes(32).toString("hex"), { mode: 0o600 });
  writeFileSync(paths.config, `title: ${JSON.stringify(title)}\nsources: []\ndatasets: []\nlists: []\n`);
  return paths;
}

/** Reads the folder of a case; refuses one that is none, naming what is missing. */
export function openCaseFolder(dir: string, clock: Clock): CaseFolder {
  const paths = casePaths(dir);
  if (!existsSync(paths.config)) {
    throw new Refusal(
      `${paths.config}: no case is here; go to a case's folder, name it with --case DIR, or begin one with "windfall init DIR"`,
    );
  }
  const key = readKey(paths);
  const audit = openAuditLog(dir, { key, clock });
  return {
    paths,
    config: parseCaseConfig(readGivenFile(paths.config).toString("utf8")),
    key,
    audit,
    sealedNames: openSealedNames(dir, audit),
  };
}

function readKey(paths: CasePaths): Uint8Array {
  const text = existsSync(paths.key) ? readFileSync(paths.key, "utf8").trim() : "";
  if (!/^[0-9a-f]{64}$/u.test(text))
    throw new Refusal(`${paths.key}: the case's key is missing or damaged; restore the file from a copy`);
  return Buffer.from(text, "hex");
}
