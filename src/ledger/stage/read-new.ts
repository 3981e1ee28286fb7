import { startWorkers } from "../../base/index.ts";
import type { StageContext } from "../../store/index.ts";
import { preparedDocuments } from "./decided-documents.ts";
import { doReadingJob, type ReadingJob } from "./reading-job.ts";
import { keepReadings, readHashes } from "./readings.ts";

/** A text that nobody has read yet. */
type NewText = ReadingJob & { readonly textHash: string };

/** Readings are committed so many at a time: a run that is stopped finds them when it starts again. */
const readingsAtOnce = 64;

/**
 * Reads what is not read yet on `settings.threads` threads and keeps it in `claim_reading` as it goes, in the order of the
 * documents. Returns the hashes of all texts that the case holds.
 */
export async function readNew(context: StageContext, onRead: () => void): Promise<ReadonlySet<string>> {
  const known = await readHashes(context);
  const held = new Set<string>();
  async function* newTexts(): AsyncGenerator<NewText> {
    for await (const { textHash, job } of preparedDocuments(context)) {
      const isNew = !known.has(textHash) && !held.has(textHash);
      held.add(textHash);
      if (isNew) yield { ...job, textHash };
      else onRead();
    }
  }
  const waiting = new Map<string, string>();
  const keep = async (): Promise<void> => {
    await keepReadings(context, waiting);
    waiting.clear();
  };
  await readOnThreads(context.settings.threads, newTexts(), async (reading, { textHash }) => {
    waiting.set(textHash, reading);
    if (waiting.size >= readingsAtOnce) await keep();
    onRead();
  });
  await keep();
  return held;
}

type Take = (reading: string, text: NewText) => Promise<void>;

/** Threads load the tagger each, half a second of work: they start when there is more than one text. */
async function readOnThreads(threads: number, texts: AsyncGenerator<NewText>, take: Take): Promise<void> {
  const readHere = async (text: NewText): Promise<void> => take(JSON.stringify(doReadingJob(text)), text);
  const first = await texts.next();
  if (first.done === true) return;
  await readHere(first.value);
  const second = threads > 1 ? await texts.next() : undefined;
  if (second?.done === true) return;
  if (second === undefined) {
    for await (const text of texts) await readHere(text);
    return;
  }
  const workers = startWorkers<ReadingJob, string>("./reading.worker", import.meta.url, threads);
  try {
    await workers.run(startingWith(second.value, texts), take);
  } finally {
    await workers.close();
  }
}

async function* startingWith<Item>(first: Item, rest: AsyncGenerator<Item>): AsyncGenerator<Item> {
  yield first;
  yield* rest;
}
