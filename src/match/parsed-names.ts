import { parseName, type NameKind, type ParsedName } from "../names/index.ts";

/** A parsed name takes some kilobytes, so a thread keeps this many and then begins anew. */
const namesMax = 30_000;

const known = new Map<string, ParsedName>();

/** A name read by its scope, which says what bears it: of a person, of an organisation, or of either. Kept while a thread needs it again. */
export function parsedName(text: string, scope: string): ParsedName {
  const key = `${scope} ${text}`;
  const found = known.get(key);
  if (found) return found;
  const name = parseName(text, nameKindOf(scope));
  if (known.size >= namesMax) known.clear();
  known.set(key, name);
  return name;
}

function nameKindOf(scope: string): NameKind {
  if (scope === "person") return "person";
  return scope === "organization" ? "company" : "unknown";
}
