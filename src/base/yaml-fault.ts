/** As much of the YAML reader's error as tells what is wrong and where. */
interface YamlError {
  readonly code: string;
  readonly pos: readonly [number, number];
}

/** Finds line and column, both from 1, of an offset. */
interface LineFinder {
  linePos(offset: number): { readonly line: number; readonly col: number };
}

const whatAndRight: Readonly<Record<string, string>> = {
  MULTILINE_IMPLICIT_KEY: 'a colon is missing; write "key: value", with a space after the colon',
  BLOCK_AS_IMPLICIT_KEY:
    "there is a second colon, or a deeper indent than the lines beside it; put a text with a colon in quotes, and indent alike",
  BLOCK_IN_FLOW: "a dash or an indented group stands inside brackets; close them first",
  BAD_INDENT: "its indent differs from the lines beside it, or a bracket is not closed; indent alike, close it",
  TAB_AS_INDENT: "it begins with a tab; indent with spaces",
  MISSING_CHAR: "a quote, a bracket or a dash is missing; close what was opened",
  DUPLICATE_KEY: "this key stands twice in one group; keep one of the two",
  BAD_SCALAR_START: "the value begins with a mark that has a meaning of its own; put it in quotes",
  BAD_DQ_ESCAPE: "a backslash inside double quotes begins nothing that is known; use single quotes",
  UNEXPECTED_TOKEN: "something stands where nothing is expected; look for a missing quote, bracket or indent",
  MULTIPLE_DOCS: 'a second document begins; take out the line "---"',
};

/** Says in the house's words which place of a YAML file cannot be read, and what would be right. */
export function yamlFaultText(where: string, error: YamlError, lines: LineFinder): string {
  const { line, col } = lines.linePos(error.pos[0]);
  const text = whatAndRight[error.code] ?? "it cannot be read; look for a missing space, quote or indent";
  return `${where}: line ${line}, column ${col} is no YAML: ${text}`;
}
