/** Pairs of a property's name and its text. */
type Pairs = (readonly [name: string, text: string])[];

const wanted = new Set(["headline", "datePublished", "dateModified", "author", "publisher", "inLanguage", "url"]);
const itemsMax = 100;

/**
 * What a page says of its article in JSON-LD (schema.org): headline, days, author, publisher, language, address; names are
 * `ld:` and the property. Nothing where it is no JSON.
 */
export function readLinkedData(json: string): Pairs {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return [];
  }
  const items = (Array.isArray(parsed) ? parsed : [parsed]).flatMap((item: unknown) => [item, ...graphOf(item)]);
  return items.slice(0, itemsMax).flatMap((item) => (isArticle(item) ? pairsOf(item) : []));
}

type Item = Readonly<Record<string, unknown>>;

const isItem = (value: unknown): value is Item => typeof value === "object" && value !== null && !Array.isArray(value);

const graphOf = (item: unknown): unknown[] => {
  const graph = isItem(item) ? item["@graph"] : undefined;
  return Array.isArray(graph) ? graph : [];
};

const isArticle = (item: unknown): item is Item =>
  isItem(item) && /Article|Posting|Report|WebPage/u.test(JSON.stringify(item["@type"] ?? ""));

const pairsOf = (item: Item): Pairs =>
  Object.entries(item)
    .filter(([name]) => wanted.has(name))
    .flatMap(([name, value]) => namesOf(value).map((text) => [`ld:${name}`, text] as const));

function namesOf(value: unknown): string[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [value.trim()];
  if (Array.isArray(value)) return value.flatMap(namesOf);
  return isItem(value) ? namesOf(value["name"] ?? "") : [];
}
