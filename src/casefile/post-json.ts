import { Refusal } from "../base/index.ts";

/** What is sent where, with which key, and how long and how large an answer may be. */
export interface JsonPost {
  readonly url: string;
  readonly body: string;
  readonly key: string | undefined;
  readonly timeoutMs: number;
  readonly bytesMax: number;
}

/** Posts JSON to exactly one address, following no redirect, and returns the body of the answer; refuses with the reason what does not come. */
export async function postJson({ url, body, key, timeoutMs, bytesMax }: JsonPost): Promise<string> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...(key !== undefined && { authorization: `Bearer ${key}` }) },
      body,
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new Refusal(`${url} answered with status ${response.status}`);
    }
    return await readAtMost(response, url, bytesMax);
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    const isLate = cause instanceof Error && cause.name === "TimeoutError";
    throw new Refusal(isLate ? `${url} did not answer within ${timeoutMs / 1000} s` : `${url} was not reached`, {
      cause,
    });
  }
}

async function readAtMost(response: Response, url: string, bytesMax: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.byteLength;
    if (bytes > bytesMax) throw new Refusal(`${url} answered with more than ${bytesMax} bytes`);
    pieces.push(piece);
  }
  return new TextDecoder().decode(Buffer.concat(pieces));
}
