/** A key as it is printed on a keyboard: `Ctrl+k` as Ctrl-K, `ArrowDown` as an arrow. */
export const KeyShown = ({ keys }: { readonly keys: string }) => <kbd>{keyToText(keys)}</kbd>;

const keyToText = (keys: string): string => {
  const steps = keys.split(" ").map((step) => step.split("+").map(partToText));
  return steps.map((parts) => (parts.length > 1 ? parts.map(capital).join("-") : parts.join(""))).join(" ");
};

const partToText = (part: string): string => printed[part] ?? part;

const capital = (part: string): string => (part.length === 1 ? part.toUpperCase() : part);

const printed: Readonly<Record<string, string>> = {
  ArrowDown: "↓",
  ArrowUp: "↑",
  ArrowLeft: "←",
  ArrowRight: "→",
  PageDown: "PgDn",
  PageUp: "PgUp",
  Escape: "Esc",
  Delete: "Del",
};
