/**
 * A function of a text that keeps its last answers, up to `most`; then it begins anew. For what is asked again and again of
 * the same words: the answer must follow from the text alone.
 */
export function remembered<Value>(of: (text: string) => Value, most: number): (text: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (text) => {
    const found = known.get(text);
    if (found) return found.value;
    const value = of(text);
    if (known.size >= most) known.clear();
    known.set(text, { value });
    return value;
  };
}
