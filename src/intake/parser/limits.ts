/** What one file may cost, with everything inside it counted together. */
export interface ParserLimits {
  /** The child is killed above this resident size, in megabytes of 1,048,576 bytes (watched on Linux only). */
  readonly residentMb: number;
  /** The child is killed after this time without progress. */
  readonly idleMs: number;
  /** Reading ends after this time, over all children that a file takes, or `millisecondsPerMb` for each megabyte of the file if that is longer. */
  readonly totalMs: number;
  readonly millisecondsPerMb: number;
  /** Archive entries, bytes that archives may unpack to, depth of archives in archives: over the whole tree. */
  readonly entries: number;
  readonly unpackedBytes: number;
  readonly depth: number;
  /** Unpacked bytes per packed byte of one archive entry, enforced once the entry is larger than 16 MB. */
  readonly ratio: number;
  /** Staged text cells and bytes of one file. */
  readonly columns: number;
  readonly cellBytes: number;
}

/** The limits of an ordinary file. */
export const ordinaryLimits: ParserLimits = {
  residentMb: 512,
  idleMs: 20_000,
  totalMs: 20_000,
  millisecondsPerMb: 3_000,
  entries: 20_000,
  unpackedBytes: 4 * 1024 * 1024 * 1024,
  depth: 5,
  ratio: 250,
  columns: 16_384,
  cellBytes: 8 * 1024 * 1024,
};
