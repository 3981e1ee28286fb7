import { Refusal } from "../base/index.ts";
import type { CaseFragment } from "../network/index.ts";
import type { OpenCase } from "./open-case.ts";
import { routeTables } from "./route-tables.ts";

export type { CaseFragment } from "../network/index.ts";

/** Whom to take out of the net of recorded relations of these kinds so that it falls apart soon; none: all kinds. */
export async function fragmentNet(
  open: OpenCase,
  { kinds, limit }: { readonly kinds: readonly string[]; readonly limit: number },
): Promise<CaseFragment> {
  const { fragmentCase, tieKinds } = await import("../network/index.ts");
  const unknown = kinds.find((kind) => !tieKinds.includes(kind));
  if (unknown !== undefined) throw new Refusal(`--of is "${unknown}"; use one or more of ${tieKinds.join(",")}`);
  return fragmentCase(open.database, routeTables(open), { kinds: kinds.length > 0 ? kinds : tieKinds, limit });
}
