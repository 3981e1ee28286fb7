import { isWordOf } from "../text/phrases.ts";
import type { Block } from "../text/read-blocks.ts";

// A letterhead is one or two lines.
const headLines = 2;

/**
 * By which noun of its letterhead a document speaks of its own author: "the Mission" of a bulletin headed "OBSERVER MISSION IN
 * ...", where others tell things to the Mission, or the Mission sees and hears them; or by which name, as "Bayside" of
 * "BAYSIDE WIRE", where it sends its own reporters. Undefined for a document whose head only names what it is about.
 */
export function ownName(blocks: readonly Block[], text: string): string | undefined {
  const head = blocks
    .slice(0, headLines)
    .map(({ from, to }) => text.slice(from, to))
    .filter((line) => !/[.!?”"]$/u.test(line))
    .flatMap((line) => line.match(/\p{L}{4,}/gu) ?? []);
  for (const word of head) {
    const name = word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
    if (sends(name).test(text)) return name;
    if (!(isWordOf("body", name) || isWordOf("outlet", name))) continue;
    if (toldTo(name).test(text) || perceives(name).test(text)) return name;
  }
  return undefined;
}

const sends = (name: string): RegExp =>
  new RegExp(
    String.raw`\b[Aa]n? ${name} (?:reporter|correspondent|photographer|cameraman|journalist|editor|stringer)\b`,
    "u",
  );

const toldTo = (name: string): RegExp =>
  new RegExp(String.raw`\b(?:told|informed|assured|advised|notified|briefed|wrote to|spoke to) the ${name}\b`, "u");

const perceives = (name: string): RegExp =>
  new RegExp(String.raw`\b[Tt]he ${name} (?:saw|heard|observed|recorded|visited|interviewed|noted|spoke)\b`, "u");
