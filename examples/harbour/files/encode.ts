/** Writes text in a legacy encoding through a table turned round from `TextDecoder`; what it cannot hold becomes "?". */
export const encode = (text: string, encoding: "gb18030" | "windows-1251" | "utf-8"): Uint8Array => {
  if (encoding === "utf-8") return Buffer.from(text);
  const table = tableOf(encoding);
  const bytes: number[] = [];
  for (const letter of text) bytes.push(...(table.get(letter) ?? [63]));
  return Uint8Array.from(bytes);
};

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

const tableOf = (encoding: "gb18030" | "windows-1251"): ReadonlyMap<string, readonly number[]> => {
  const made = tables.get(encoding) ?? turnRound(encoding);
  tables.set(encoding, made);
  return made;
};

const turnRound = (encoding: "gb18030" | "windows-1251"): ReadonlyMap<string, readonly number[]> => {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  const enter = (bytes: readonly number[]): void => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && text !== "\ufffd" && !table.has(text)) table.set(text, bytes);
  };
  for (let byte = 0; byte < (encoding === "gb18030" ? 128 : 256); byte++) enter([byte]);
  if (encoding === "gb18030") {
    for (let lead = 0x81; lead <= 0xfe; lead++) for (let trail = 0x40; trail <= 0xfe; trail++) enter([lead, trail]);
  }
  return table;
};
