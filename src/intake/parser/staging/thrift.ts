/** A value of Thrift's compact protocol, as far as Parquet's metadata needs it. */
export type ThriftValue =
  | { readonly kind: "int32" | "int64"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "list"; readonly items: readonly ThriftValue[] }
  | ThriftStruct;

/** Field numbers with their values, in ascending order. */
export interface ThriftStruct {
  readonly kind: "struct";
  readonly fields: readonly (readonly [number, ThriftValue])[];
}

export const int32 = (value: number): ThriftValue => ({ kind: "int32", value });
export const int64 = (value: number): ThriftValue => ({ kind: "int64", value });
export const text = (value: string): ThriftValue => ({ kind: "text", value });
export const list = (items: readonly ThriftValue[]): ThriftValue => ({ kind: "list", items });
export const struct = (...fields: readonly (readonly [number, ThriftValue])[]): ThriftStruct => ({
  kind: "struct",
  fields,
});

const typeCodes = { int32: 5, int64: 6, text: 8, list: 9, struct: 12 } as const;

/** The bytes of a struct (Thrift compact protocol, https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md). */
export function thriftBytes(value: ThriftStruct): Buffer {
  const out: number[] = [];
  writeStruct(out, value);
  return Buffer.from(out);
}

/** An unsigned integer below 2^53 in seven-bit groups, lowest first. */
export function varint(value: number): Buffer {
  const out: number[] = [];
  writeVarint(out, value);
  return Buffer.from(out);
}

function writeVarint(out: number[], value: number): void {
  let rest = value;
  while (rest >= 128) {
    out.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  out.push(rest);
}

function writeStruct(out: number[], value: ThriftStruct): void {
  let last = 0;
  for (const [id, field] of value.fields) {
    out.push(((id - last) << 4) | typeCodes[field.kind]);
    last = id;
    writeValue(out, field);
  }
  out.push(0);
}

function writeValue(out: number[], value: ThriftValue): void {
  switch (value.kind) {
    case "int32":
    case "int64":
      writeVarint(out, value.value < 0 ? -2 * value.value - 1 : 2 * value.value);
      return;
    case "text": {
      const bytes = Buffer.from(value.value, "utf8");
      writeVarint(out, bytes.length);
      for (const byte of bytes) out.push(byte);
      return;
    }
    case "list":
      writeList(out, value.items);
      return;
    case "struct":
      writeStruct(out, value);
  }
}

function writeList(out: number[], items: readonly ThriftValue[]): void {
  const code = typeCodes[items[0]?.kind ?? "struct"];
  if (items.length < 15) out.push((items.length << 4) | code);
  else {
    out.push(0xf0 | code);
    writeVarint(out, items.length);
  }
  for (const item of items) writeValue(out, item);
}
