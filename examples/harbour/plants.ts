import { at } from "./kit/at.ts";
import { type Day, dayOf } from "./kit/days.ts";
import type { Random } from "./kit/random.ts";
import type { Company, World } from "./world/types.ts";
import type { Visibility } from "./world/visibility.ts";

/** How many contradictions of each kind are planted per unit of size. */
const PLANTED_EACH = 5;

/** The false values that the hand-overs will write in place of the true ones. */
export interface Plants {
  /** Person to the false birth date in the fund manager's workbook. */
  readonly birth: ReadonlyMap<string, Day>;
  /** Account to the false holder in the fund manager's workbook. */
  readonly holder: ReadonlyMap<string, string>;
  /** Company to the person whom the fund manager calls its only owner. */
  readonly owner: ReadonlyMap<string, string>;
  /** Payment to the factor, per mille, by which the bank's amount is off. */
  readonly amount: ReadonlyMap<string, number>;
  /** Director to his date of death in the register. */
  readonly death: ReadonlyMap<string, Day>;
  /** Company to the day on which a director dead by then signs, and who. */
  readonly signature: ReadonlyMap<string, { readonly person: string; readonly day: Day }>;
  /** Company to the false date of incorporation in the register. */
  readonly founded: ReadonlyMap<string, Day>;
  /** Payments that the plants rest on: told without noise. */
  readonly quietPayments: ReadonlySet<string>;
}

/** Chooses where to plant, among what two hand-overs see. */
export const drawPlants = (random: Random, world: World, seen: Visibility): Plants => {
  const count = PLANTED_EACH * world.size;
  const directors = new Set(world.companies.flatMap((company) => company.directors.map(({ person }) => person)));
  const moving = new Set(world.payments.flatMap(({ payer, beneficiary }) => [payer, beneficiary]));
  const birth = random.fork("birth").sample(
    world.people.filter(({ id }) => seen.fundPeople.has(id) && directors.has(id)),
    count,
  );
  const death = drawDeaths(random.fork("death"), world, moving, count);
  const owned = random.fork("owner").sample(
    world.companies.filter(({ owners }) => owners.length > 0),
    count,
  );
  const founded = drawFounded(random.fork("founded"), seen, count);
  return {
    birth: new Map(birth.map(({ id, born }) => [id, born + random.pick([-1, 1]) * random.between(400, 2200)])),
    holder: drawHolders(random.fork("holder"), world, seen, count),
    owner: new Map(owned.map((company) => [company.id, stranger(random, world, company)])),
    amount: drawAmounts(random.fork("amount"), seen, count),
    death: new Map([...death.values()].map(({ person, died }) => [person, died])),
    signature: new Map(
      [...death].map(([company, { person, died }]) => [company, { person, day: died + random.between(200, 900) }]),
    ),
    founded: new Map([...founded].map(([company, { day }]) => [company, day + random.between(25, 60)])),
    quietPayments: new Set([...founded.values()].map(({ id }) => id)),
  };
};

const stranger = (random: Random, world: World, company: Company): string => {
  const inside = new Set([
    ...company.owners.map(({ owner }) => owner),
    ...company.directors.map(({ person }) => person),
  ]);
  for (;;) {
    const { id } = random.pick(world.people);
    if (!inside.has(id)) return id;
  }
};

/** Accounts of companies whose true holder the bank representative names at least four times. */
const drawHolders = (random: Random, world: World, seen: Visibility, count: number): Map<string, string> => {
  const named = new Map<string, number>();
  for (const { payerAccount = "", beneficiaryAccount = "" } of seen.bankPayments) {
    for (const id of [payerAccount, beneficiaryAccount]) named.set(id, (named.get(id) ?? 0) + 1);
  }
  const candidates = world.accounts.filter(({ id, holder }) => holder.startsWith("c") && (named.get(id) ?? 0) >= 4);
  return new Map(
    random
      .sample(candidates, count)
      .map(({ id, holder }) => [id, random.pick(world.companies.filter((company) => company.id !== holder)).id]),
  );
};

const drawAmounts = (random: Random, seen: Visibility, count: number): Map<string, number> => {
  const fund = new Set(seen.fundPayments.map(({ id }) => id));
  const both = seen.bankPayments.filter(({ id, amountMinor }) => fund.has(id) && amountMinor > 500_000);
  return new Map(
    random
      .sample(both, count)
      .map(({ id }) => [id, random.pick([random.between(1150, 1900), random.between(450, 880)])]),
  );
};

const drawDeaths = (
  random: Random,
  world: World,
  moving: ReadonlySet<string>,
  count: number,
): Map<string, { person: string; died: Day }> => {
  const chosen = new Map<string, { person: string; died: Day }>();
  const dead = new Set<string>();
  for (const company of random.shuffle(world.companies)) {
    const director = company.directors.find(({ person }) => !dead.has(person) && !moving.has(person));
    if (director === undefined || chosen.size >= count) continue;
    dead.add(director.person);
    const last = Math.max(
      ...world.companies.flatMap(({ directors }) =>
        directors.filter(({ person }) => person === director.person).map(({ from }) => from),
      ),
    );
    chosen.set(company.id, {
      person: director.person,
      died: Math.min(last + random.between(5, 150), dayOf("2016-10-31")),
    });
  }
  return chosen;
};

const drawFounded = (random: Random, seen: Visibility, count: number): Map<string, { id: string; day: Day }> => {
  const firsts = new Map<string, { id: string; day: Day }>();
  for (const { id, payer, beneficiary, day } of [...seen.fundPayments, ...seen.bankPayments]) {
    for (const party of [payer, beneficiary]) {
      if (party.startsWith("c") && day < (firsts.get(party)?.day ?? Number.MAX_SAFE_INTEGER))
        firsts.set(party, { id, day });
    }
  }
  const early = random.sample(
    [...firsts].filter(([, { day }]) => day >= dayOf("2016-02-01") && day <= dayOf("2016-09-30")),
    count,
  );
  const rest = [...firsts].filter(
    ([party, { day }]) => day < dayOf("2016-02-01") && !early.some(([other]) => other === party),
  );
  const all = [...early, ...random.sample(rest, count)];
  return new Map(Array.from({ length: Math.min(count, all.length) }, (_, index) => at(all, index)));
};
