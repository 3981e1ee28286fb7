/** A value that is made when it is first asked for, and kept: tables of words cost a start of the program nothing when no word is read. */
export function lazy<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
