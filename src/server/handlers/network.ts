import {
  channelPayments,
  internalMark,
  networkNeighbours,
  networkPaths,
  readLayout,
  runOfCase,
  views,
  writeLayout,
} from "../../casefile/index.ts";
import { minorUnits } from "../../model/index.ts";
import type { networkRoutes } from "../contract/network.ts";
import { given } from "./given.ts";
import type { Handlers } from "./handler.ts";

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
  "POST /api/network/ways": ({ desks }, { body: { question, opened = {}, apart = [], ...drawn } }) =>
    desks.pictures.draw(given(question), {
      ...given(drawn),
      opened: new Map(Object.entries(opened)),
      apart: new Set(apart),
    }),
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
  "POST /api/network/paths": async ({ desks }, { body: { from, to, ...asked } }) => {
    const { routes, ...told } = await desks.pictures.inTurn((open) => networkPaths(open, [from, to], asked));
    return { ...told, paths: routes.map(({ steps }) => steps) };
  },
  "POST /api/network/block": ({ desks }, { body }) => desks.searches.block(given(body)),
  "GET /api/network/search": ({ desks }) => desks.searches.progress(),
  "DELETE /api/network/search": ({ desks }) => {
    desks.stopSearch();
    return { isSearching: desks.searches.progress().isSearching };
  },
  "POST /api/network/weigh": ({ open, desks }, { body: { question, members, drawnRhoQuarters, most } }) => {
    const rhoQuarters = question.rhoQuarters ?? open.settings.rhoQuarters;
    return desks.pictures.weigh(given(question), members, { rhoQuarters, drawnRhoQuarters, most });
  },
  "POST /api/network/doubts": ({ desks }, { body }) => desks.searches.doubts(given(body)),
  "POST /api/network/check-file": async ({ desks }, { body: { question, budget, rhoQuarters } }) => ({
    text: await desks.searches.checkFile(given(question), budget, rhoQuarters),
  }),
  "POST /api/network/layout": async ({ open, write }, { body: { name, places } }) => {
    if (places) await write(async (owner) => writeLayout(owner, name, places));
    return { places: readLayout(open, name) };
  },
};
