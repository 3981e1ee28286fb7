import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";

/** Writes a file line by line from chunks of lines; how many lines it wrote. */
export async function writeLines(
  path: string,
  chunks: AsyncIterable<readonly string[]> | Iterable<readonly string[]>,
): Promise<number> {
  const stream = createWriteStream(path);
  let count = 0;
  for await (const lines of chunks) {
    count += lines.length;
    if (!stream.write(lines.map((line) => `${line}\n`).join(""))) await once(stream, "drain");
  }
  stream.end();
  await finished(stream);
  return count;
}
