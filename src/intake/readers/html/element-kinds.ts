import type { PassageKind } from "../../../model/index.ts";

type Attributes = Readonly<Record<string, string>>;

/** What an element does to the text in it; undefined: it stands in a line and changes nothing. */
export interface ElementKind {
  /** The kind of the passages in it; undefined: that of the element about it. */
  readonly kind?: PassageKind;
  /** Whether its text is no text of the page. */
  readonly isLeftOut?: boolean;
  /** Whether line breaks and spaces in it stay as they are. */
  readonly isKept?: boolean;
}

const block: ElementKind = {};
const ofKind = (kind: PassageKind): ElementKind => ({ kind });
const leftOut: ElementKind = { isLeftOut: true };

const byName: Readonly<Record<string, ElementKind>> = {
  ...Object.fromEntries(
    "address article body center dd details dialog div dl fieldset html legend main ol p section summary table tbody tfoot thead ul hgroup"
      .split(" ")
      .map((name) => [name, block]),
  ),
  ...Object.fromEntries("h1 h2 h3 h4 h5 h6".split(" ").map((name) => [name, ofKind("heading")])),
  ...Object.fromEntries(
    "script style template svg math object embed canvas audio video iframe noframes"
      .split(" ")
      .map((name) => [name, leftOut]),
  ),
  ...Object.fromEntries("nav form menu button select".split(" ").map((name) => [name, ofKind("menu")])),
  pre: { isKept: true },
  textarea: { kind: "menu", isKept: true },
  blockquote: ofKind("quote"),
  li: ofKind("list"),
  dt: ofKind("label"),
  tr: ofKind("table"),
  caption: ofKind("caption"),
  figcaption: ofKind("caption"),
  figure: block,
  aside: ofKind("menu"),
  header: ofKind("header"),
  footer: ofKind("footer"),
};

/** Whether an element begins a block of text of its own. */
export const isBlock = (name: string): boolean => Object.hasOwn(byName, name);

// Classes and ids by which pages mark what is no part of their text, and lines that say who wrote where.
const menuWords =
  /(?:^|[-_\s])(?:nav|navbar|navigation|menu|breadcrumbs?|cookies?|consent|share|sharing|social|related|recommended|promo|advert|ads?|sidebar|subscribe|newsletter|pagination|toolbar|skip-link|popup|modal)(?:$|[-_\s])/iu;
const labelWords =
  /(?:^|[-_\s])(?:byline|by-line|author|dateline|slug|credit|credits|kicker|source|pubdate|timestamp|published|post-meta|entry-meta)(?:$|[-_\s])/iu;

/** The kind of an element by its name, role, class and id; undefined: a plain element in a line. */
export function elementKind(name: string, attributes: Attributes): ElementKind | undefined {
  const own = Object.hasOwn(byName, name) ? byName[name] : undefined;
  if (own?.isLeftOut || name === "html" || name === "body") return own;
  if (attributes["role"] === "navigation" || attributes["role"] === "search") return ofKind("menu");
  const words = `${attributes["class"] ?? ""} ${attributes["id"] ?? ""}`;
  if (own === undefined || words === " ") return own;
  if (menuWords.test(words)) return { ...own, kind: "menu" };
  return labelWords.test(words) && own.kind === undefined ? { ...own, kind: "label" } : own;
}

/** Whether an element hides what is in it. */
export const isHiding = (attributes: Attributes): boolean =>
  attributes["hidden"] !== undefined ||
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$)|opacity\s*:\s*0\s*(?:;|$))/iu.test(
    attributes["style"] ?? "",
  );
