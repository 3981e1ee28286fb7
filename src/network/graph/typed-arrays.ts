/** An element of an Int32Array at an index that is known to exist; no check, for inner loops. */
export const intAt = (array: Int32Array, index: number): number => array[index] as number;

/** An element of a Float64Array at an index that is known to exist; no check, for inner loops. */
export const numberAt = (array: Float64Array, index: number): number => array[index] as number;

/** An element of a Uint8Array at an index that is known to exist; no check, for inner loops. */
export const byteAt = (array: Uint8Array, index: number): number => array[index] as number;
