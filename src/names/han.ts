import { lazy } from "../base/index.ts";
import { rows as variantRows } from "./generated/han-variants.ts";

const simplifiedByTraditional = lazy(
  (): ReadonlyMap<string, string> =>
    new Map(
      variantRows.flatMap(([simplified = "", traditional = ""]) =>
        Array.from(traditional, (form): [string, string] => [form, simplified]),
      ),
    ),
);

/** The simplified form of a Han character, by which traditional and simplified writings are compared; a character without one is itself. */
export function simplifiedHan(character: string): string {
  return simplifiedByTraditional().get(character) ?? character;
}

/** A text with every traditional character in its simplified form. */
export function simplifiedText(text: string): string {
  return Array.from(text, simplifiedHan).join("");
}
