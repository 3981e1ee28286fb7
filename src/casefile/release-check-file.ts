import { randomBytes } from "node:crypto";
import { Refusal } from "../base/index.ts";
import { internalMark } from "./internal-mark.ts";

/** A check file for one release, and who is who in it, which stays in the house. */
export interface ReleasedCheckFile {
  readonly certificate: string;
  readonly names: string;
}

/** Turns a check file into the form for a release, under a key that is drawn for it and kept beside the names. */
export async function releaseCheckFile(certificate: string): Promise<ReleasedCheckFile> {
  const { readCertificate, releaseCertificate } = await import("../network/index.ts");
  const read = readCertificate(certificate);
  if (!read) throw new Refusal("this answer carries no check file: there is no release of it");
  const key = randomBytes(32);
  const released = releaseCertificate(read, key);
  return {
    certificate: `${JSON.stringify(released.certificate)}\n`,
    names: `${JSON.stringify({ mark: internalMark, key: key.toString("hex"), names: released.names }, null, 2)}\n`,
  };
}
