import { Refusal } from "../base/index.ts";
import { entitiesNamed, type EntityLine } from "../views/index.ts";
import type { OpenCase } from "./open-case.ts";

/** The one canonical entity that an id or words mean; refuses words that mean nobody or several, and says which. */
export async function oneEntity(open: OpenCase, words: string): Promise<EntityLine> {
  const found = await entitiesNamed(open, words, 5);
  const exact =
    found.find((entity) => entity.canonicalId === words || entity.matchedOn === words) ??
    (found.length === 1 ? found[0] : undefined);
  if (exact) return exact;
  if (found.length === 0)
    throw new Refusal(`nobody answers to "${words}"; "windfall who" and "windfall find" look for names and numbers`);
  throw new Refusal(
    `"${words}" may mean ${found.map((entity) => `${entity.matchedOn} [${entity.canonicalId}]`).join(", ")}; use the id in brackets`,
  );
}
