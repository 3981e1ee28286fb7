import type { Contract, RouteAnswer, RouteCall } from "../../../src/server/contract/index.ts";
import { noteReach } from "./reach.ts";

type Key = keyof Contract;
/** What a route needs; parts that it does not take are left out. */
type Call<K extends Key> = {
  readonly [
    Part in keyof RouteCall<Contract[K]> as RouteCall<Contract[K]>[Part] extends undefined ? never : Part
  ]: RouteCall<Contract[K]>[Part];
};

/** What the server says was wrong. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

/** Nobody answers at the server's address. */
export class ServerGone extends Error {
  override readonly name = "ServerGone";
}

/** Asks one route of the API; throws `ApiError` with the server's own words, `ServerGone` where nobody answers. */
export async function callApi<K extends Key>(
  key: K,
  call: Call<K>,
  signal?: AbortSignal,
): Promise<RouteAnswer<Contract[K]>> {
  const [method = "GET", path = ""] = key.split(" ");
  const { params, query, body } = call as { params?: object; query?: object; body?: unknown };
  const response = await fetchNoted(`${filled(path, params)}${queryText(query)}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    ...(signal && { signal }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new ApiError((answer as { error: string }).error, response.status);
  return answer as RouteAnswer<Contract[K]>;
}

async function fetchNoted(address: string, request: RequestInit): Promise<Response> {
  try {
    const response = await fetch(address, request);
    noteReach(response.status === 401 ? "shut" : "answers");
    return response;
  } catch (cause) {
    // A question that was given up says nothing of the server; `fetch` throws a TypeError where nobody answers.
    if (!(cause instanceof TypeError)) throw cause;
    noteReach("gone");
    throw new ServerGone("the server does not answer", { cause });
  }
}

const filled = (path: string, params: object = {}): string =>
  Object.entries(params).reduce(
    (text, [name, value]) => text.replace(`:${name}`, encodeURIComponent(String(value))),
    path,
  );

function queryText(query: object = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  return given.length === 0 ? "" : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}
