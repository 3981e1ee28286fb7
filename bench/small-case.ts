import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { addMaterial, initCase } from "../src/casefile/index.ts";

/** Where the material of the sample case lies, from the root of the repository. */
export const sampleDir = "examples/harbour/sample";

const smallRows = 80;
const smallHandOvers = {
  h4: ["h4-register/companies.csv", "h4-register/officers.xlsx"],
  h5: ["h5-list/transfers.csv"],
  l1: ["l1-watchlist/sdn.csv"],
};

/**
 * A case of the first rows of the sample's register, list and watchlist in custody, not yet run: a run takes seconds and
 * still leaves something to every stage. The cut files are written to `cutDir`.
 */
export async function makeSmallCase(
  dir: string,
  cutDir: string,
  by: { readonly actor: string; readonly clock: () => Date },
): Promise<void> {
  initCase(dir, "Small");
  for (const [dataset, files] of Object.entries(smallHandOvers)) {
    await addMaterial(
      dir,
      {
        files: files.map((file) => cutFile(join(sampleDir, "material", file), join(cutDir, file))),
        dataset,
        source: { id: dataset, label: dataset, kind: "register", grade: "B2", firstHand: true },
        received: "2020-01-01",
        howObtained: "bench",
      },
      by,
    );
  }
}

/** The first rows of a text table under another path; a workbook as it is. */
function cutFile(from: string, to: string): string {
  if (!from.endsWith(".csv")) return from;
  mkdirSync(dirname(to), { recursive: true });
  const lines = readFileSync(from, "utf8").split("\n");
  writeFileSync(to, `${lines.slice(0, smallRows + 1).join("\n")}\n`);
  return to;
}
