/**
 * Text from material as it is shown: control characters and direction overrides appear as marks such as ⟨202E⟩, so that
 * what is displayed is what is stored.
 */
export const visibleText = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  text.replaceAll(/[\u0000-\u001F\u007F-\u009F\u200E\u200F\u061C\u2028-\u202E\u2066-\u2069]/gu, toMark);

const toMark = (character: string): string =>
  `\u27E8${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}\u27E9`;
