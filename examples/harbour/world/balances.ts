import { get } from "../kit/at.ts";
import type { World } from "./types.ts";
import { movementsOf } from "./world.ts";

/** The balance of each account after the last payment, in minor units of its currency. */
export const balancesOf = ({ accounts, payments, rates }: World): Map<string, number> => {
  const movements = movementsOf(accounts, payments, rates);
  return new Map(
    accounts.map(({ id, openingMinor }) => [
      id,
      get(movements, id).reduce((sum, movement) => sum + movement, openingMinor),
    ]),
  );
};
