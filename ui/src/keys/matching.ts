/** What of a key event says which key it is. */
export interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * A pressed key as the key table writes it. Where the layout gives no Latin letter (on a Korean or Russian keyboard the J key
 * sends another), the place of the key counts.
 */
export function pressedToText(pressed: Pressed): string {
  const key = nameOf(pressed);
  const isControl = pressed.ctrlKey || pressed.metaKey;
  // A sign such as "?" has its Shift in it; of letters and named keys Shift is told.
  const isShift = pressed.shiftKey && (key.length > 1 || isLatinLetter(key));
  return [isControl && "Ctrl", pressed.altKey && "Alt", isShift && "Shift", key].filter(Boolean).join("+");
}

function nameOf({ key, code, shiftKey }: Pressed): string {
  if (isLatinLetter(key)) return key.toLowerCase();
  if (key === " ") return "Space";
  if (key.length > 1 && key !== "Process" && key !== "Unidentified" && key !== "Dead") return key;
  if (key.length === 1 && key > " " && key < "\u007f") return key;
  if (/^Key[A-Z]$/u.test(code)) return code.slice(3).toLowerCase();
  if (/^Digit\d$/u.test(code) && !shiftKey) return code.slice(5);
  return (shiftKey ? signsWithShift : signs)[code] ?? key;
}

const isLatinLetter = (key: string): boolean => /^[A-Za-z]$/u.test(key);

const signs: Readonly<Record<string, string>> = { Period: ".", Comma: ",", Slash: "/", Minus: "-", Equal: "=" };
const signsWithShift: Readonly<Record<string, string>> = { Slash: "?", Equal: "+" };

/** Whether an event's target takes text: there no single key is a command. */
export const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !/^(?:checkbox|radio|button|range)$/u.test(target.type)));
