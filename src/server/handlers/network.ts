import {
  channelPayments,
  internalMark,
  NetworkDesk,
  networkNeighbours,
  networkPaths,
  readLayout,
  runOfCase,
  views,
  writeLayout,
  type OpenCase,
} from "../../casefile/index.ts";
import { minorUnits } from "../../model/index.ts";
import type { networkRoutes } from "../contract/network.ts";
import type { Handlers } from "./handler.ts";

/** One desk for each open case: it lives as long as the case does. */
const desks = new WeakMap<OpenCase, NetworkDesk>();

function deskOf(open: OpenCase): NetworkDesk {
  const desk = desks.get(open) ?? new NetworkDesk(open);
  desks.set(open, desk);
  return desk;
}

/** The parts of a question that are given: what is left out is as the case asks it. */
const given = <Question extends object>(
  question: Question,
): { [Key in keyof Question]: Exclude<Question[Key], undefined> } =>
  Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Question]: Exclude<Question[Key], undefined>;
  };

/** The network of money: questions, drawings, chokepoints. */
export const networkHandlers: Pick<Handlers, keyof typeof networkRoutes> = {
  "GET /api/network": async ({ open }) => {
    const { currency, from, to, between, budget, rhoQuarters, protect, unblockable, reach } = open.settings;
    return {
      currency,
      budget,
      minorDigits: minorUnits(currency),
      mark: internalMark,
      from: from && { entities: [...from.entities], countries: [...from.countries] },
      to: to && { entities: [...to.entities], countries: [...to.countries] },
      between: between && [...between],
      rhoQuarters: [...rhoQuarters],
      protect: [...protect],
      unblockable: [...unblockable],
      reach: [...reach],
      months: await views.moneyByMonth(open),
      run: await runOfCase(open),
    };
  },
  "POST /api/network/ways": ({ open }, { body }) => deskOf(open).draw(given(body.question), body.most),
  "POST /api/network/neighbours": ({ open }, { body }) => networkNeighbours(open, body),
  "POST /api/network/payments": async ({ open }, { body: { payer, payee, days, most } }) => {
    const payments = await channelPayments(open, [payer, payee], { days, limit: most });
    return payments.map(({ paymentId, told, ...payment }) => ({
      ...payment,
      id: paymentId,
      told: told.map(({ statementId, value, original, source, grade, locator }) => ({
        statement: statementId,
        value,
        original,
        source,
        grade,
        place: locator,
      })),
    }));
  },
  "POST /api/network/paths": async ({ open }, { body: { from, to, ...asked } }) => {
    const { routes, ...told } = await deskOf(open).inTurn(() => networkPaths(open, [from, to], asked));
    return { ...told, paths: routes.map(({ steps }) => steps) };
  },
  "POST /api/network/block": ({ open }, { body }) => deskOf(open).block(given(body)),
  "GET /api/network/search": ({ open }) => deskOf(open).progress(),
  "DELETE /api/network/search": ({ open }) => {
    deskOf(open).stop();
    return { isSearching: deskOf(open).progress().isSearching };
  },
  "POST /api/network/weigh": ({ open }, { body: { question, members, drawnRhoQuarters, most } }) => {
    const rhoQuarters = question.rhoQuarters ?? open.settings.rhoQuarters;
    return deskOf(open).weigh(given(question), members, { rhoQuarters, drawnRhoQuarters, most });
  },
  "POST /api/network/doubts": ({ open }, { body }) => deskOf(open).doubts(given(body)),
  "POST /api/network/check-file": async ({ open }, { body: { question, budget, rhoQuarters } }) => ({
    text: await deskOf(open).checkFile(given(question), budget, rhoQuarters),
  }),
  "POST /api/network/layout": ({ open }, { body: { name, places } }) => {
    if (places) writeLayout(open, name, places);
    return { places: readLayout(open, name) };
  },
};
