import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { generate } from "./generate.ts";
import { writeTruth } from "./write-truth.ts";

const USAGE =
  "usage: node --import tsx examples/harbour/main.ts --out DIR [--seed 1] [--size 1] [--noise 1] [--truth FILE]";

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      out: { type: "string" },
      seed: { type: "string", default: "1" },
      size: { type: "string", default: "1" },
      noise: { type: "string", default: "1" },
      truth: { type: "string" },
    },
  });
  const { out } = values;
  const [seed, size, noise] = [Number(values.seed), Number(values.size), Number(values.noise)];
  if (out === undefined) throw new Error(`--out is missing\n${USAGE}`);
  if (!Number.isSafeInteger(seed) || !Number.isSafeInteger(size) || size < 1 || ![0, 1, 2].includes(noise)) {
    throw new Error(
      `--seed ${values.seed} --size ${values.size} --noise ${values.noise}: seed and size are whole numbers, noise is 0, 1 or 2\n${USAGE}`,
    );
  }
  const { files, truth } = await generate({ seed, size, noise });
  rmSync(join(out, "material"), { recursive: true, force: true });
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), bytes);
  }
  writeTruth(values.truth ?? join(out, "truth.json"), truth);
  process.stdout.write(`${JSON.stringify(truth.difficulty, null, 2)}\n`);
};

await main();
