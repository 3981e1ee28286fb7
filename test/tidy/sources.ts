import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseSync } from "oxc-parser";

/** One of our own source files: its path from the repository's root, with "/", and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

const root = join(import.meta.dirname, "../..");

/** The TypeScript sources below a folder, generated ones left out. */
export function sourcesBelow(folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((path) => !path.includes("/generated/"))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

/** The modules that a source imports (with its start or later) or re-exports, as it writes them. */
export function importsOf(source: Source): string[] {
  const { staticImports, staticExports, dynamicImports } = parseSync(source.path, source.text).module;
  const imported = staticImports.map((each) => each.moduleRequest.value);
  const exported = staticExports.flatMap((each) => each.entries.map((entry) => entry.moduleRequest?.value));
  const later = dynamicImports.flatMap(({ moduleRequest }) =>
    parseText(source.text.slice(moduleRequest.start, moduleRequest.end)),
  );
  return [...imported, ...exported, ...later].filter((name) => name !== undefined);
}

/** Those of them that are loaded before the source's first line runs: not those for types alone, nor those for later. */
export function startImportsOf(source: Source): string[] {
  const { staticImports, staticExports } = parseSync(source.path, source.text).module;
  const imported = staticImports
    .filter((each) => each.entries.length === 0 || each.entries.some((entry) => !entry.isType))
    .map((each) => each.moduleRequest.value);
  const exported = staticExports.flatMap((each) =>
    each.entries.filter((entry) => !entry.isType).map((entry) => entry.moduleRequest?.value),
  );
  return [...imported, ...exported].filter((name) => name !== undefined);
}

/** The text of a quoted literal; nothing for a name that is computed. */
const parseText = (literal: string): string[] => (/^"[^"]*"$/u.test(literal) ? [literal.slice(1, -1)] : []);

/** The names that a source exports. */
export function exportsOf(source: Source): string[] {
  const { module } = parseSync(source.path, source.text);
  return module.staticExports
    .flatMap((each) => each.entries.map((entry) => entry.exportName.name))
    .filter((name) => name !== null);
}

/** The texts of a source's `sql` templates, each gap written as `?`. */
export function sqlTextsOf(source: Source): { readonly line: number; readonly text: string }[] {
  const found: { line: number; text: string }[] = [];
  for (const match of source.text.matchAll(/\bsql`((?:[^`\\]|\\.)*)`/gsu)) {
    const line = source.text.slice(0, match.index).split("\n").length;
    found.push({ line, text: withoutGaps(match[1] ?? "") });
  }
  return found;
}

function withoutGaps(template: string): string {
  let depth = 0;
  let text = "";
  for (let index = 0; index < template.length; index += 1) {
    if (depth === 0 && template.startsWith("${", index)) {
      depth = 1;
      text += "?";
      index += 1;
    } else if (depth > 0) depth += template[index] === "{" ? 1 : template[index] === "}" ? -1 : 0;
    else text += template[index] ?? "";
  }
  return text;
}
