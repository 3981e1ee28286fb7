/** Either a value or what stood in its way; expected trouble is a value, never a throw. */
export type Result<Value, Trouble> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: Trouble };

/** Wraps a value that was obtained. */
export const good = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value });

/** Wraps what stood in the way. */
export const bad = <Trouble>(fault: Trouble): { readonly ok: false; readonly fault: Trouble } => ({ ok: false, fault });
