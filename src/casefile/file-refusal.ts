import { accessSync, constants, readFileSync, statSync } from "node:fs";
import { Refusal } from "../base/index.ts";

/** What the file system's codes mean to whoever gave the path. */
const whatAndRight: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file; check the path",
  EISDIR: "this is a folder; give the path of a file",
  ENOTDIR: "a part of this path is a file and no folder; check the path",
  EEXIST: "there is a file of this name already; give the path of a folder, or another name",
  EACCES: "this user may not read or write it; change its permissions, or give another path",
  EPERM: "this user may not read or write it; change its permissions, or give another path",
  EROFS: "the disk can only be read; give a path on another",
  ELOOP: "its links lead in a circle; give the path of the file itself",
  ENAMETOOLONG: "the path is too long; give a shorter one",
  EMFILE: "too many files are open; end other programs, or raise the limit (ulimit -n)",
  EBUSY: "another program has it open; close it there",
};

/** What the file system refused, as a refusal with path and right form; any other cause as it is. */
export function orFileRefusal(cause: unknown, path?: string): unknown {
  if (!(cause instanceof Error) || cause instanceof Refusal || !("code" in cause)) return cause;
  const text = whatAndRight[String(cause.code)];
  const named = path ?? ("path" in cause && typeof cause.path === "string" ? cause.path : undefined);
  return text === undefined || named === undefined ? cause : new Refusal(`${named}: ${text}`, { cause });
}

/** The path of a file that can be read; refuses what is none. */
export function fileToRead(path: string): string {
  try {
    const found = statSync(path);
    if (found.isDirectory()) throw Object.assign(new Error("a folder"), { code: "EISDIR" });
    if (found.isFile()) accessSync(path, constants.R_OK);
    return path;
  } catch (cause) {
    throw orFileRefusal(cause, path);
  }
}

/** The path of a folder to write into, which may not be there yet; refuses a file. */
export function folderToWrite(path: string): string {
  if (statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new Refusal(`${path}: this is a file; give the path of a folder`);
  return path;
}

/** The bytes of a file; refuses what is none. */
export function readGivenFile(path: string): Buffer {
  try {
    return readFileSync(fileToRead(path));
  } catch (cause) {
    throw orFileRefusal(cause, path);
  }
}
