import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { parseDocument } from "yaml";
import { Refusal, type Clock } from "../base/index.ts";
import { addMaterial, type MaterialToAdd } from "./add-material.ts";
import { parseCaseConfig } from "./case-config.ts";
import { initCase } from "./case-folder.ts";
import { casePaths } from "./paths.ts";

const handOvers = z.object({
  title: z.string(),
  currency: z.string(),
  rates: z.string(),
  sources: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      kind: z.string(),
      grade: z.string(),
      sealed: z.boolean(),
      firstHand: z.boolean().nullable(),
      derivedFrom: z.string().nullish(),
    }),
  ),
  datasets: z.array(
    z.object({
      name: z.string(),
      source: z.string(),
      received: z.string(),
      howObtained: z.string(),
      files: z.array(z.string()),
    }),
  ),
  lists: z.array(
    z.object({
      name: z.string(),
      form: z.string(),
      files: z.array(z.string()),
      edition: z.string(),
      source: z.string().optional(),
    }),
  ),
});

/**
 * Makes a case of the sample material in a folder: every file goes through custody as in a real case. A sample case that
 * is there already is left as it is. `ofacDir` holds the real list that the sample is checked against.
 */
export async function makeSampleCase(
  dir: string,
  from: { readonly sampleDir: string; readonly ofacDir: string },
  by: { readonly actor: string; readonly clock: Clock },
): Promise<void> {
  const described = handOvers.parse(JSON.parse(readFileSync(join(from.sampleDir, "hand-overs.json"), "utf8")));
  const paths = casePaths(dir);
  refuseOtherCase(paths.config, described);
  if (!existsSync(paths.config)) {
    initCase(dir, described.title);
    const rates = basename(described.rates);
    copyFileSync(join(from.sampleDir, described.rates), join(dir, rates));
    const document = parseDocument(readFileSync(paths.config, "utf8"));
    document.set("settings", { currency: described.currency, phoneCountries: ["kp", "kr", "cn", "ru"] });
    document.set("rates", rates);
    writeFileSync(paths.config, document.toString());
  }
  await addMaterial(dir, ofacList(from.ofacDir), by);
  for (const list of described.lists) await addMaterial(dir, watchlist(list, from.sampleDir), by);
  for (const dataset of described.datasets) {
    const source = described.sources.find((each) => each.id === dataset.source);
    if (!source)
      throw new Refusal(
        `hand-overs.json: dataset "${dataset.name}" names the source "${dataset.source}", which is not there`,
      );
    const { firstHand, derivedFrom, ...rest } = source;
    await addMaterial(
      dir,
      {
        files: dataset.files.map((file) => join(from.sampleDir, "material", file.replace(/^material\//u, ""))),
        dataset: dataset.name,
        source: { ...rest, ...(firstHand !== null && { firstHand }), ...(derivedFrom && { derivedFrom }) },
        received: dataset.received,
        howObtained: dataset.howObtained,
        ...(source.kind === "device" && { bystanders: true }),
      },
      by,
    );
  }
}

/** Invented material never goes into a real case. */
function refuseOtherCase(config: string, described: z.infer<typeof handOvers>): void {
  if (!existsSync(config)) return;
  const { title, datasets, lists } = parseCaseConfig(readFileSync(config, "utf8"));
  const own = new Set([ofacDataset, ...[...described.datasets, ...described.lists].map((each) => each.name)]);
  if (title === described.title && [...datasets, ...lists].every((each) => own.has(each.name))) return;
  throw new Refusal(`${config}: another case is here; choose another folder: windfall sample DIR`);
}

const ofacDataset = "ofac-2021-07";

const ofacList = (ofacDir: string): MaterialToAdd => ({
  files: ["sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"].map((name) => join(ofacDir, name)),
  dataset: ofacDataset,
  source: { id: "ofac", label: "OFAC, US Treasury", kind: "list publisher", grade: "A1", firstHand: true },
  received: "2021-07-31",
  howObtained: "published",
  series: "ofac-sdn",
  edition: "2021-07-31",
});

const watchlist = (list: z.infer<typeof handOvers>["lists"][number], sampleDir: string): MaterialToAdd => ({
  files: list.files.map((file) => join(sampleDir, "material", file.replace(/^material\//u, ""))),
  dataset: list.name,
  source: {
    id: `${list.name}-publisher`,
    label: "Watchlist (invented)",
    kind: "list publisher",
    grade: "A2",
    firstHand: true,
  },
  received: list.edition,
  howObtained: "published",
  series: list.name,
  edition: list.edition,
});
