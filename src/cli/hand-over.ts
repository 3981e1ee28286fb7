import { Refusal } from "../base/index.ts";
import { views, type OpenCase } from "../casefile/index.ts";

/** Refuses a hand-over that the case has not read, and names those that it has. */
export async function refuseUnknownHandOver(open: OpenCase, name: string): Promise<void> {
  const known = [...new Set((await views.fileSources(open)).map((file) => file.dataset))];
  if (known.includes(name)) return;
  const names = known.length === 0 ? 'none was read yet; "windfall run" reads them' : `use one of ${known.join(", ")}`;
  throw new Refusal(`there is no hand-over "${name}"; ${names}`);
}
