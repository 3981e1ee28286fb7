import { makeZip } from "./make-zip.ts";

/** The parts of a Word document besides its text. */
export interface DocxParts {
  readonly styles?: string;
  readonly comments?: string;
  readonly footnotes?: string;
  readonly header?: string;
  readonly core?: string;
  readonly files?: readonly (readonly [string, string | Uint8Array])[];
}

const relation = (type: string, target: string): string =>
  `<Relationship Id="${type}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;

/** The bytes of a Word document with this XML in its body; `w:` stands for its namespace. */
export function makeDocx(body: string, parts: DocxParts = {}): Buffer {
  const optional = (["styles", "comments", "footnotes", "header"] as const).flatMap((name) =>
    parts[name] === undefined ? [] : [[name, parts[name]] as const],
  );
  return makeZip([
    ["[Content_Types].xml", "<Types/>"],
    ["_rels/.rels", `<Relationships>${relation("officeDocument", "word/document.xml")}</Relationships>`],
    [
      "word/_rels/document.xml.rels",
      `<Relationships>${optional.map(([name]) => relation(name, `${name}.xml`)).join("")}${(parts.files ?? []).map(([name]) => relation("package", name)).join("")}</Relationships>`,
    ],
    ["word/document.xml", `<w:document><w:body>${body}</w:body></w:document>`],
    ...optional.map(([name, xml]) => [`word/${name}.xml`, `<w:${name}>${xml}</w:${name}>`] as const),
    ...(parts.core === undefined
      ? []
      : [["docProps/core.xml", `<cp:coreProperties>${parts.core}</cp:coreProperties>`] as const]),
    ...(parts.files ?? []).map(([name, bytes]) => [`word/${name}`, bytes] as const),
  ]);
}
