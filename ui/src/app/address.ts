import { useCallback, useMemo } from "react";
import { useLocation, useSearch } from "wouter";

/** How one parameter is read from the address; undefined where the text is not of that kind. */
type Codec<Value> = { readonly read: (text: string) => Value | undefined; readonly write: (value: Value) => string };

const text: Codec<string> = { read: (text) => (text === "" ? undefined : text), write: (value) => value };
const number: Codec<number> = {
  read: (text) => (/^\d+(?:\.\d+)?$/u.test(text) ? Number(text) : undefined),
  write: String,
};
const list: Codec<readonly string[]> = {
  read: (text) => (text === "" ? undefined : text.split(",").map(decodeURIComponent)),
  write: (items) => items.map(encodeURIComponent).join(","),
};

/** Every parameter that an address of the workbench may have; parameters not named here are kept and ignored. */
const parameters = {
  /** The filter line. */
  q: text,
  /** A column's key, a minus before it for the largest first. */
  sort: text,
  /** The selected thing: a finding, an entity, a locator. */
  at: text,
  /** Which drawer or tab is open. */
  panel: text,
  /** Whose money a network question follows, and to whom. */
  from: text,
  to: text,
  /** Two days or months, as `2013-01..2016-07`. */
  between: text,
  /** `block` for the chokepoints. */
  mode: text,
  budget: number,
  reroute: number,
  /** Who is never proposed for a block, and who cannot be blocked: words between semicolons. */
  never: text,
  cannot: text,
  /** How many days money stays at least, where a block is asked in the order of time. */
  stay: number,
  /** Blocked nodes. */
  block: list,
  /** How the money of a question is drawn: `largest`, `bundles` or `all`. */
  draw: text,
  /** Names that are shown as a table instead of a picture, and other choices of a view. */
  view: text,
} as const;

type Values = {
  readonly [Key in keyof typeof parameters]: (typeof parameters)[Key] extends Codec<infer Value> ? Value : never;
};
/** What an address says; a parameter that is absent or misread is left out. */
export type Address = Partial<Values>;
/** New values; undefined takes a parameter away. */
type AddressPatch = { readonly [Key in keyof Values]?: Values[Key] | undefined };
type ChangeAddress = (patch: AddressPatch, options?: { readonly push?: boolean }) => void;

/** What the address says, and a function that changes it: in place, or as a new step of the browser's history. */
export function useAddress(): readonly [Address, ChangeAddress] {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const address = useMemo(() => readAddress(search), [search]);
  const change = useCallback<ChangeAddress>(
    (patch, { push = false } = {}) => {
      const next = patchSearch(location.search, patch);
      if (next !== location.search) navigate(`${path}${next}`, { replace: !push });
    },
    [navigate, path],
  );
  return [address, change] as const;
}

/** The parameters of a search string such as `?q=kind:new&sort=-money`. */
export function readAddress(search: string): Address {
  const given = new URLSearchParams(search);
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([key, codec]) => {
      const value = codec.read(given.get(key) ?? "");
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** A link to a page with parameters. */
export const linkTo = (path: string, patch: AddressPatch = {}): string => `${path}${patchSearch("", patch)}`;

/** The search string with some parameters changed; the others stay, known or not. */
function patchSearch(search: string, patch: AddressPatch): string {
  const given = new URLSearchParams(search);
  for (const [key, value] of Object.entries(patch)) {
    const { write } = parameters[key as keyof Values] as Codec<unknown>;
    if (value === undefined) given.delete(key);
    else given.set(key, write(value));
  }
  // Colons, commas and comparisons are plain in a filter: the address stays legible.
  const written = given
    .toString()
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%3E", ">")
    .replaceAll("%3C", "<")
    .replaceAll("%3D", "=")
    .replaceAll("%2F", "/");
  return written === "" ? "" : `?${written}`;
}
