import { dirname, join } from "node:path";
import { createRequire } from "node:module";

/** The library, and where its character maps and fonts lie: a folder of the package, so that nothing is fetched. */
export interface PdfLibrary {
  readonly pdfjs: typeof import("pdfjs-dist/legacy/build/pdf.mjs");
  readonly cMapUrl: string;
  readonly standardFontDataUrl: string;
}

/**
 * Loads pdf.js without the drawing library that it looks for: no page is drawn, and native code has no business in the
 * parser child. The classes that it would take from there stand empty.
 */
export async function loadPdfjs(): Promise<PdfLibrary> {
  const folder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const { getBuiltinModule } = process;
  const { warn } = console;
  for (const name of ["DOMMatrix", "ImageData", "Path2D"])
    if (!(name in globalThis))
      Object.defineProperty(globalThis, name, { value: function Empty() {}, configurable: true });
  process.getBuiltinModule = (id: string) => (id === "module" ? undefined : getBuiltinModule(id));
  console.warn = () => undefined;
  try {
    const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
    return { pdfjs, cMapUrl: join(folder, "cmaps/"), standardFontDataUrl: join(folder, "standard_fonts/") };
  } finally {
    process.getBuiltinModule = getBuiltinModule;
    console.warn = warn;
  }
}
