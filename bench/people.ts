import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { siblingModule } from "../src/base/index.ts";
import { initCase, withCase } from "../src/casefile/index.ts";
import { integer, sql } from "../src/store/index.ts";
import { hashOfFile, round, share } from "./figures.ts";
import { benchActor, handOverTable } from "./linkage/hand-over-table.ts";
import { runMeasured, type Measured } from "./measured-process.ts";
import { recordsPerPerson, writePeople } from "./people/make-people.ts";
import { pairwise } from "./linkage/score-clusters.ts";
import { runPeers } from "./peers.ts";
import { readArguments } from "./read-arguments.ts";

/**
 * Made people with four records each, taken in as one hand-over and linked with the product's defaults. Seconds are those
 * of matching and clustering, intake apart; memory is that of the process and its children while it matches and clusters;
 * precision and recall are over all pairs of records, after clustering.
 */
export async function peopleBench(args: readonly string[]) {
  const options = readArguments(args, { rows: 100_000, seed: 1 }, ["peers"]);
  const dir = mkdtempSync(join(tmpdir(), "windfall-people-"));
  try {
    const file = join(dir, "people.csv");
    await writePeople(file, Math.ceil(options.number("rows") / recordsPerPerson), options.number("seed"));
    const caseDir = join(dir, "case");
    initCase(caseDir, "People");
    await handOverTable(toHandOver(file), { dir, caseDir, no: 1 });
    // 1: there is something to look at; among a million dates some are impossible.
    const intake = await must(["dist/cli/main.js", "run", "--only", "intake", "--case", caseDir], [0, 1]);
    const child = siblingModule("./people/link-people.child", import.meta.url);
    const linked = await must([...child.execArgv, fileURLToPath(child.url), caseDir]);
    const { cpu = 0, ...steps }: Readonly<Record<string, number>> = JSON.parse(linked.stdout);
    return {
      input: hashOfFile(file),
      seconds: round((steps["match"] ?? 0) + (steps["resolve"] ?? 0)),
      cpuSeconds: round(cpu),
      peakMb: Math.round(linked.peakMb),
      ...(await scorePeople(caseDir)),
      intakeSeconds: round(intake.seconds),
      intakePeakMb: Math.round(intake.peakMb),
      ...(options.isOn("peers") && { peers: await runPeers("people", [file], scorePeer) }),
      steps: Object.fromEntries(Object.entries(steps).map(([step, seconds]) => [step, round(seconds)])),
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function scorePeer(clusters: ReadonlyMap<string, string>) {
  const rows = [...clusters].map(([id, said]) => ({ said, truth: id.split("-")[0] ?? "" }));
  const { precision, recall } = pairwise(rows);
  return { precision, recall };
}

const toHandOver = (file: string) => ({
  file,
  columns: [["id"], ["first", "last"], ["birth"], ["street", "city"], ["mail"]],
  entities: {
    person: {
      schema: "Person",
      keys: ["A"],
      properties: {
        description: [{ column: "A" }],
        name: [{ column: "B" }],
        birthDate: [{ column: "C", dateOrder: "ymd" }],
        address: [{ column: "D" }],
        email: [{ column: "E" }],
      },
    },
  },
});

async function must(args: readonly string[], endings: readonly number[] = [0]): Promise<Measured> {
  const measured = await runMeasured(process.execPath, args);
  if (endings.some((code) => code === measured.code)) return measured;
  throw new Error(`${args.join(" ")} ended with ${measured.code}\n${measured.stderr}`);
}

/** The id of a record is its person's number, a hyphen and its own. */
const scorePeople = (caseDir: string) =>
  withCase(caseDir, benchActor, async ({ database, table }) => {
    const counts = await database.row(
      sql`with record as (
          select split_part(value, '-', 1) as person, canonical_id as cluster
          from ${table("statement")} join ${table("cluster")} using (entity_id) where prop = 'description'),
        pairs as (
          select (select sum(n * (n - 1) // 2) from (select count(*) as n from record group by person)) as true_,
            (select sum(n * (n - 1) // 2) from (select count(*) as n from record group by cluster)) as said,
            (select sum(n * (n - 1) // 2) from (select count(*) as n from record group by person, cluster)) as right_)
        select (select count(*) from record)::bigint as records, true_::bigint as "true", said::bigint as said, right_::bigint as "right"
        from pairs`,
      { records: integer, true: integer, said: integer, right: integer },
    );
    return {
      rows: counts.records,
      precision: round(share(counts.right, counts.said)),
      recall: round(share(counts.right, counts.true)),
    };
  });
