import { Refusal } from "../base/index.ts";
import { entitiesNamed, type EntityLine } from "../views/index.ts";
import type { OpenCase } from "./open-case.ts";

/** The one canonical entity that an id, a whole name in any case, or a part of one name alone means; refuses words that mean nobody or several, and says which. */
export async function oneEntity(open: OpenCase, words: string): Promise<EntityLine> {
  const found = await entitiesNamed(open, words, 5);
  const byId = found.find((entity) => entity.canonicalId === words);
  const byName = found.filter((entity) => entity.matchedOn.toLowerCase() === words.toLowerCase());
  const exact = byId ?? (byName.length === 1 ? byName[0] : found.length === 1 ? found[0] : undefined);
  if (exact) return exact;
  if (found.length === 0)
    throw new Refusal(`nobody answers to "${words}"; "windfall who" and "windfall find" look for names and numbers`);
  throw new Refusal(
    `"${words}" may mean ${found.map((entity) => `${entity.matchedOn} [${entity.canonicalId}]`).join(", ")}; use the id in brackets`,
  );
}
