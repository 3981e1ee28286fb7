/** So many megabytes the engine takes to read a case of a million statements; more is spilled to disk. */
export const readingMb = 300;
