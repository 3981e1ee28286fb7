import { visibleText } from "./visible-text.ts";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Text from material as XML and HTML hold it: control and direction characters as marks such as ⟨202E⟩, markup escaped, and
 * whatever else XML 1.0 forbids (half of a pair, non-characters) as U+FFFD.
 */
export const escapeXml = (text: string): string =>
  visibleText(text)
    .replaceAll(/[&<>"']/gu, (character) => entities[character] ?? "")
    .replaceAll(/[^\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
