/** A text on a page: where its baseline begins in points, its size, what it says (Latin letters). */
export type PdfText = readonly [x: number, y: number, size: number, text: string];

/** The bytes of a PDF document of A4 pages with these texts in Helvetica; `more` are entries of its information. */
export function makePdf(
  pages: readonly (readonly PdfText[])[],
  information: Readonly<Record<string, string>> = {},
): Buffer {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const font = add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
  const tree = 2;
  objects.push("");
  const kids = pages.map((texts) => {
    const stream = texts
      .map(
        ([x, y, size, text]) => `BT /F ${size} Tf ${x} ${y} Td (${text.replaceAll(/[()\\]/gu, String.raw`\$&`)}) Tj ET`,
      )
      .join("\n");
    const content = add(`<</Length ${stream.length}>>stream\n${stream}\nendstream`);
    return add(
      `<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 595 842]/Contents ${content} 0 R/Resources<</Font<</F ${font} 0 R>>>>>>`,
    );
  });
  objects[tree - 1] = `<</Type/Pages/Kids[${kids.map((kid) => `${kid} 0 R`).join(" ")}]/Count ${kids.length}>>`;
  const root = add(`<</Type/Catalog/Pages ${tree} 0 R>>`);
  const info = add(
    `<<${Object.entries(information)
      .map(([name, text]) => `/${name}(${text})`)
      .join("")}>>`,
  );
  let text = "%PDF-1.7\n";
  const offsets = objects.map((body, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root ${root} 0 R/Info ${info} 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}
