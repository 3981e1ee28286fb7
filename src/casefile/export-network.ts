import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FlowNetwork } from "../network/index.ts";
import { advisedSet, blockSets, captionsOf } from "../views/index.ts";
import { internalMark } from "./internal-mark.ts";
import type { OpenCase } from "./open-case.ts";
import { sealedNameRefusal } from "./refuse-sealed-name.ts";
import { writeLines } from "./write-lines.ts";

/** What an export of the network wrote, and what it left out. */
export interface NetworkReport {
  readonly folder: string;
  readonly files: readonly string[];
  readonly nodes: number;
  readonly edges: number;
  /** Channels that end at a closed contact of a phone. */
  readonly channelsLeftOut: number;
  /** Why no model was written; null where one was. */
  readonly withoutModel: string | null;
}

/**
 * Writes the seen channels as GraphML, GEXF and CSV, the drawing of the flow as SVG, and the model of the advised block set
 * as MPS for each reroute factor.
 * Equal cases export equal bytes; GraphML, GEXF and MPS carry the mark, and a file beside all of them does. Refuses where a sealed
 * name stands, and leaves an earlier export as it is then.
 */
export async function exportNetwork(open: OpenCase, folder: string): Promise<NetworkReport> {
  const { readFlowNetwork, writeEdgesCsv, writeGexf, writeGraphml, writeNodesCsv } =
    await import("../network/index.ts");
  const tables = {
    statement: open.table("statement"),
    cluster: open.table("cluster"),
    payment: open.table("payment"),
    flow: open.table("flow"),
    bystander: open.table("bystander"),
  };
  const network = await readFlowNetwork(open.database, tables, open.settings.currency);
  const nameOf = await namesOf(open, network);
  const { models, withoutModel } = await modelsOf(open);
  const drawing = await drawingOf(open);
  const files = [
    { name: "network.graphml", lines: writeGraphml(network, nameOf, internalMark) },
    { name: "network.gexf", lines: writeGexf(network, nameOf, internalMark) },
    { name: "network-nodes.csv", lines: writeNodesCsv(network, nameOf) },
    { name: "network-edges.csv", lines: writeEdgesCsv(network, nameOf) },
    ...(drawing === null ? [] : [{ name: "flow.svg", lines: [drawing] }]),
    ...models,
  ];
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "READ-ME-FIRST.txt"),
    `${internalMark}\nEverything in this folder is internal: the network of payments, with statement ids of the case, and the model of the advised block set.\n`,
  );
  await writeAll(folder, files);
  return {
    folder,
    files: files.map(({ name }) => name),
    nodes: network.nodes.length,
    edges: network.edges.length,
    channelsLeftOut: network.channelsLeftOut,
    withoutModel,
  };
}

async function namesOf(open: OpenCase, network: FlowNetwork): Promise<(id: string) => string> {
  const captions = await captionsOf(
    open,
    network.nodes.map(({ id }) => id),
  );
  const names = [...captions.values()].join("\n");
  if (open.folder.sealedNames.isIn(names)) throw await sealedNameRefusal(open, "the export", []);
  return (id) => captions.get(id) ?? id;
}

/** The drawing of the brief, standing alone; null where there is none. */
async function drawingOf(open: OpenCase): Promise<string | null> {
  const { chokepointDrawing, drawFlow } = await import("../brief/index.ts");
  const drawing = await chokepointDrawing(open, open.settings.currency);
  if (!drawing) return null;
  const text = drawFlow(drawing, internalMark);
  if (open.folder.sealedNames.isIn(text)) throw await sealedNameRefusal(open, "the export", []);
  return text;
}

interface NamedLines {
  readonly name: string;
  readonly lines: Iterable<string>;
}

/** The models of the advised set's question, one for each reroute factor. */
async function modelsOf(open: OpenCase): Promise<{ models: readonly NamedLines[]; withoutModel: string | null }> {
  const { problemOfCertificate, writeBlockModelMps } = await import("../network/index.ts");
  const advised = advisedSet(await blockSets(open));
  if (!advised) return { models: [], withoutModel: "no block set was sought" };
  const made = problemOfCertificate(advised.certificate);
  if (!made.ok) return { models: [], withoutModel: advised.explanation.refusal ?? made.fault };
  const { problem, certificate } = made.value;
  if (problem.blockable.every((may) => may === 0)) return { models: [], withoutModel: "nobody may be blocked" };
  const { budget, collateralMaxMinor } = certificate.question;
  return {
    withoutModel: null,
    models: advised.explanation.effects.map(({ rhoQuarters }) => ({
      name: `block-model-reroute-${rhoQuarters / 4}.mps`,
      lines: writeBlockModelMps(problem, { budget, rhoQuarters, collateralMaxMinor }, internalMark),
    })),
  };
}

/** Each file appears whole, and all of them or none. */
async function writeAll(folder: string, files: readonly NamedLines[]): Promise<void> {
  const unfinished = (name: string): string => join(folder, `${name}.next`);
  try {
    for (const { name, lines } of files) await writeLines(unfinished(name), inChunks(lines));
    for (const { name } of files) renameSync(unfinished(name), join(folder, name));
  } finally {
    for (const { name } of files) rmSync(unfinished(name), { force: true });
  }
}

function* inChunks(lines: Iterable<string>): Generator<readonly string[]> {
  let chunk: string[] = [];
  for (const line of lines) {
    chunk.push(line);
    if (chunk.length < 2048) continue;
    yield chunk;
    chunk = [];
  }
  yield chunk;
}
