import type { PropertyName } from "../../model/index.ts";
import { valuesAt, type FormValue } from "../forms/form-value.ts";
import type { DocumentHead } from "./document-values.ts";

/** Header fields that name people, and what they are to the message; who sent it for another counts as a sender. */
const roles: Readonly<Record<string, PropertyName>> = {
  from: "emitters",
  sender: "emitters",
  to: "recipients",
  cc: "recipients",
  bcc: "recipients",
};

const addressesMax = 500;

/**
 * The people of a message: each address is an entity of its own, one in the whole hand-over, with the names that stand
 * beside it. Nobody knows whether a person or a firm writes there.
 */
export function mailValues(head: DocumentHead, idOf: (text: string) => string): FormValue[] {
  return head.meta.flatMap(({ rowNo, name, text }) => {
    const role = roles[name.toLowerCase()];
    if (role === undefined) return [];
    return parseAddresses(text).flatMap(({ address, name: called }) => {
      const person = idOf(address.toLowerCase());
      const say = valuesAt(person, "LegalEntity", rowNo);
      return [
        valuesAt(head.entityId, "Email", rowNo)(role, person, null, text),
        say("email", address, null, text),
        ...(called === "" ? [] : [say("name", called, null, text)]),
      ];
    });
  });
}

/** The addresses of a field (RFC 5322): `Ann Lee <ann@x.example>, "Ri, Bo" <bo@x.example>, list: c@x.example;`. */
export function parseAddresses(field: string): readonly { readonly address: string; readonly name: string }[] {
  return splitOutside(field.slice(0, 100_000))
    .slice(0, addressesMax)
    .flatMap((text) => {
      const angled = /^(.*?)<\s*([^<>\s]+@[^<>\s]+)\s*>/su.exec(text);
      const address = angled?.[2] ?? /(?:^|[\s:])([^\s<>:;,"()]+@[^\s<>:;,"()]+)/u.exec(text)?.[1];
      if (address === undefined) return [];
      const name = (angled?.[1] ?? /\(([^()]*)\)/u.exec(text)?.[1] ?? "").replace(/^[^:"]*:/u, "").trim();
      const plain = name
        .replaceAll(/^["']|["']$/gu, "")
        .replaceAll(/\\(.)/gu, "$1")
        .trim();
      return [{ address, name: plain.toLowerCase() === address.toLowerCase() ? "" : plain }];
    });
}

/** Splits at commas and semicolons that stand in no quotation, no comment and no address. */
function splitOutside(field: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  let isQuoted = false;
  let depth = 0;
  for (let at = 0; at < field.length; at++) {
    const sign = field[at];
    if (sign === "\\") at++;
    else if (sign === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (sign === "(" || sign === "<") depth++;
    else if (sign === ")" || sign === ">") depth = Math.max(0, depth - 1);
    else if ((sign === "," || sign === ";") && depth === 0) {
      pieces.push(field.slice(from, at));
      from = at + 1;
    }
  }
  return [...pieces, field.slice(from)].filter((piece) => piece.trim() !== "");
}
