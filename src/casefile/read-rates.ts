import { existsSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";
import { Refusal, sha256 } from "../base/index.ts";
import { readGivenFile } from "./file-refusal.ts";

/** What one major unit of a currency was worth on a day, in millionths of the case currency. */
export interface Rate {
  readonly day: string;
  readonly currency: string;
  readonly millionths: bigint;
}

/** Reads the file of rates that `case.yaml` names; refuses one that lies outside the case's folder, also behind a link. */
export function readRates(caseDir: string, name: string): { readonly rates: Rate[]; readonly contentSha256: string } {
  const path = join(caseDir, name);
  if (!existsSync(path)) throw new Refusal(`case.yaml: rates is "${name}"; there is no such file in the case's folder`);
  if (!realpathSync(path).startsWith(`${realpathSync(caseDir)}${sep}`))
    throw new Refusal(`case.yaml: rates is "${name}", a link out of the case's folder; copy the file into it`);
  const content = readGivenFile(path).toString("utf8");
  return { rates: parseRates(content, name), contentSha256: sha256(content) };
}

const rateLine = /^(\d{4}-\d{2}-\d{2}),([A-Z]{3}),(\d{1,9})(?:\.(\d{1,12}))?$/u;

/** Reads `date,currency,rate` lines; decimals beyond six are cut. A line is not quoted: the file may be another than was meant. */
function parseRates(content: string, name: string): Rate[] {
  return content.split(/\r?\n/u).flatMap((line, index) => {
    if (index === 0 || line === "") return [];
    const match = rateLine.exec(line);
    if (!match) throw new Refusal(`${name}: line ${index + 1} is no rate; use a line such as "2016-07-31,CNY,0.1503"`);
    const decimals = (match[4] ?? "").padEnd(6, "0").slice(0, 6);
    return [{ day: match[1] ?? "", currency: match[2] ?? "", millionths: BigInt((match[3] ?? "0") + decimals) }];
  });
}
