import { useQuery } from "@tanstack/react-query";
import type { Answer } from "../../api/answers.ts";
import { callApi } from "../../api/call.ts";
import { useGivenCommands } from "../../keys/index.ts";
import { linkTo } from "../address.ts";

/** One line of the palette. */
export interface PaletteItem {
  readonly id: string;
  readonly words: string;
  readonly lang: string | null;
  /** What it is, or why it is here. */
  readonly reason: string;
  readonly keys: string | null;
  /** A command to give, or a page to go to. */
  readonly does: { readonly command: string } | { readonly href: string };
}

export interface PaletteGroup {
  readonly name: string;
  readonly items: readonly PaletteItem[];
  readonly more: boolean;
}

type Group = Answer<"GET /api/search">["groups"][number];

const mostCommands = 8;
const names: Readonly<Record<Group["kind"], string>> = { entities: "Entities", files: "Files", findings: "Findings" };

/** What answers to the words: commands that can be given here, then what the case holds. */
export function usePaletteGroups(words: string): { readonly groups: PaletteGroup[]; readonly searched: string } {
  const commands = useGivenCommands();
  const asked = words.trim();
  const { data } = useQuery({
    queryKey: ["search", asked],
    queryFn: ({ signal }) => callApi("GET /api/search", { query: { q: asked } }, signal),
    enabled: asked !== "",
    placeholderData: (before) => before,
    staleTime: 60_000,
  });
  const found = asked === "" ? [] : (data?.groups ?? []);
  const fitting = commands.filter(({ label, isMove }) => !isMove && holdsWords(label, asked));
  const groups: PaletteGroup[] = [
    {
      name: "Commands",
      items: fitting.slice(0, asked === "" ? fitting.length : mostCommands).map(({ id, label, keys }) => ({
        id: `command:${id}`,
        words: label,
        lang: null,
        reason: "",
        keys: keys[0] ?? null,
        does: { command: id },
      })),
      more: false,
    },
    ...found.map(({ kind, hits, more }) => ({
      name: names[kind],
      items: hits.map((hit) => ({
        id: `${kind}:${hit.id}`,
        words: hit.caption,
        lang: hit.lang,
        reason: [hit.what, hit.reason].filter(Boolean).join(" | "),
        keys: null,
        does: { href: hrefs[kind](hit.id) },
      })),
      more,
    })),
  ];
  return { groups: groups.filter(({ items }) => items.length > 0), searched: data?.searched ?? "" };
}

const holdsWords = (label: string, words: string): boolean =>
  words
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => label.toLowerCase().includes(word));

const hrefs: Readonly<Record<Group["kind"], (id: string) => string>> = {
  entities: (id) => `/entities/${encodeURIComponent(id)}`,
  files: (id) => linkTo("/files", { at: id }),
  findings: (id) => linkTo("/findings", { at: id, panel: "evidence" }),
};
