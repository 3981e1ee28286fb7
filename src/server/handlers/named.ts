import { views, type OpenCase } from "../../casefile/index.ts";

/** Entities by their canonical ids, as they are called. */
export async function named(open: OpenCase, ids: readonly string[]): Promise<{ id: string; caption: string }[]> {
  const captions = await views.captionsOf(open, ids);
  return ids.map((id) => ({ id, caption: captions.get(id) ?? id }));
}
