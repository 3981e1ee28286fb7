/** Where the time comes from; passed in, so that a run with the same clock writes the same bytes. */
export type Clock = () => Date;
