import { z } from "zod";
import { anyId, countries, partyWords, span } from "./shapes.ts";

const ends = z.object({ entities: partyWords, countries }).nullable();
const days = span.nullable();
const minor = z.number();
const rho = z.int().min(4).max(400);

const names = z.array(z.string());
/** The ends that `case.yaml` names, which may be as many as it likes. */
const ownEnds = z.object({ entities: names, countries: names }).nullable();

/** What is asked of the flows; what is left out is as the case asks it, null takes the ends of the seen flows, or all days. */
export const networkQuestion = z.object({
  from: ends.optional(),
  to: ends.optional(),
  between: days.optional(),
  budget: z.int().min(1).max(50).optional(),
  rhoQuarters: z.array(rho).min(1).max(12).optional(),
  protect: partyWords.optional(),
  unblockable: partyWords.optional(),
  reach: countries.optional(),
  proposesListed: z.boolean().optional(),
  collateralMaxMinor: z.int().min(0).nullable().optional(),
});

/** The same for a search, which may keep to the order of time; pictures and weighings count payments in any order. */
const searchQuestion = networkQuestion.extend({
  /** Money goes on only after it came and stayed so many days; null or left out: payments count in any order. */
  inTime: z
    .object({ leastStayDays: z.int().min(0).max(3650, { error: "use 3,650 days at most" }) })
    .nullable()
    .optional(),
});

const node = z.object({
  id: z.string(),
  name: z.string(),
  schema: z.string(),
  /** Recorded as a bank: by its topic or its own SWIFT code. */
  isBank: z.boolean(),
  /** Public lists that name it. */
  lists: z.array(z.string()),
  /** A closed contact of a phone: it has no name and no id of its own. */
  isClosed: z.boolean(),
  /** Minor units of the case currency, all payments of the days. */
  inMinor: minor,
  outMinor: minor,
  payers: z.int(),
  payees: z.int(),
  /** Independent sources of its best supported payment. */
  roots: z.int(),
});

const channelFacts = {
  minor,
  payments: z.int(),
  withoutRate: z.int(),
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  rootsLeast: z.int(),
  rootsMost: z.int(),
};

const size = z.object({ nodes: z.int(), channels: z.int(), minor });

/** By bundle: more than a picture has. */
const openedMost = 1000;
const opened = z
  .record(z.string().max(60), z.int().min(0))
  .refine((each) => Object.keys(each).length <= openedMost, { error: `use at most ${openedMost} bundles` })
  .meta({ maxProperties: openedMost });

/** The largest ways; everybody, communities drawn as one; everybody on their own. */
const drawnAs = z.enum(["largest", "bundles", "all"]);

const picture = z.object({
  /** How the ends were chosen, in words. */
  ends: z.string(),
  drawnAs,
  nodes: z.array(
    z.object({
      ...node.shape,
      side: z.enum(["start", "between", "end"]),
      isBlocked: z.boolean(),
      /** Why it is not proposed for a block. */
      notProposed: z.string().nullable(),
      /** Several nodes of one community and side that are drawn as one; the name is that of the largest. */
      bundle: z
        .object({
          members: z.int(),
          /** More than one where small communities are together. */
          communities: z.int(),
          /** What its members pay each other. */
          inside: z.object({ ...channelFacts, channels: z.int() }),
          /** Too many to be drawn without a least amount. */
          asksForFilter: z.boolean(),
          /** Whom to draw on their own: those with a least amount, and what `opened` says of the bundle then. */
          choices: z.array(z.object({ leastMinor: minor, others: z.int(), opened: z.int() })),
        })
        .nullable(),
    }),
  ),
  /** Payer and payee by their places in `nodes`; `before` and `after`: what a largest flow carries, null where no block was asked about. */
  channels: z.array(
    z.object({
      ...channelFacts,
      payer: z.int(),
      payee: z.int(),
      before: minor.nullable(),
      after: minor.nullable(),
    }),
  ),
  whole: size,
  drawn: size,
});

const channel = z.object({ ...channelFacts, payer: z.string(), payee: z.string() });
/** What a set does at a factor: `stranded` is stopped at once at 4, and can no longer get through above. */
const effect = z.object({ rhoQuarters: z.int(), canFlow: minor, residual: minor, stranded: minor });
const named = z.object({ id: z.string(), name: z.string(), schema: z.string() });

const set = z.object({
  id: z.string(),
  budget: z.int(),
  /** 0: the advice over all factors. */
  rhoQuarters: z.int(),
  members: z.array(z.string()),
  proof: z.string(),
  explanation: z.object({
    ends: z.string(),
    refusal: z.string().nullable(),
    isCutShort: z.boolean(),
    effects: z.array(effect),
    members: z.array(
      z.object({
        id: z.string(),
        isUnnamed: z.boolean(),
        lists: z.array(z.string()),
        carries: minor,
        marginal: minor,
        takenOverBy: z.array(z.object({ id: z.string(), amount: minor })),
        collateral: minor,
        joinCount: z.int(),
      }),
    ),
    anotherWay: z.array(z.object({ payer: z.string(), payee: z.string(), seen: minor, wouldCarry: minor })),
    coverage: z
      .object({
        withoutEndOrAmount: z.int(),
        outsideWindow: z.int(),
        seenMinor: z.string(),
        outsized: z.object({ payments: z.int(), minor: z.string() }),
        withoutRate: z.array(z.object({ payments: z.int() })),
      })
      .partial()
      .optional(),
    again: z.array(
      z.object({
        about: z.string(),
        label: z.string(),
        canFlow: minor,
        members: z.array(z.string()),
        effects: z.array(effect),
        ofAdvice: z.array(effect),
        /** What its members do in the question as it was asked. */
        ofMembersHere: z.array(effect),
        isCutShort: z.boolean(),
      }),
    ),
    notAsked: z.array(z.object({ about: z.string(), label: z.string() })),
    notProposed: z.record(z.string(), z.int()),
    /** Set where the question keeps to the order of time. */
    inTime: z
      .object({
        withoutDate: z.int(),
        withoutDateMinor: z.string(),
        imprecise: z.int(),
        leastStayDays: z.int(),
        canFlowInAnyOrder: minor,
      })
      .nullable(),
    alternatives: z.array(z.object({ members: z.array(z.string()), residual: minor })),
  }),
});

const lever = z.object({ country: z.string(), isInReach: z.boolean(), place: z.string().nullable() });
const ground = z.object({
  kind: z.string(),
  fromId: z.string(),
  toId: z.string(),
  words: z.string(),
  listedId: z.string(),
  lists: z.array(z.string()),
  roots: z.int().nullable(),
  payments: z.int().nullable(),
  caseMinor: z.string().nullable(),
  place: z.string().nullable(),
});

/** Every set that was sought, who is meant by each id, and by whom and on what ground each could be acted on. */
export const blockAnswer = z.object({
  sets: z.array(set),
  names: z.array(named),
  grounds: z.array(z.object({ id: z.string(), levers: z.array(lever), grounds: z.array(ground) })),
});

const place = z.object({ x: z.number(), y: z.number(), isPinned: z.boolean() });
const layoutName = z.string().min(1).max(600);
/** More than a picture is drawn with, and less than a body may hold. */
const placesMost = 10_000;
const places = z
  .record(anyId, place)
  .refine((each) => Object.keys(each).length <= placesMost, { error: `use at most ${placesMost} places` })
  .meta({ maxProperties: placesMost });

export const networkRoutes = {
  "GET /api/network": {
    summary: "What the case asks of its flows by itself, and how much money was seen in which month",
    answer: z.object({
      currency: z.string(),
      minorDigits: z.int(),
      from: ownEnds,
      to: ownEnds,
      between: z.tuple([z.string(), z.string()]).nullable(),
      budget: z.int(),
      rhoQuarters: z.array(z.int()),
      protect: names,
      unblockable: names,
      reach: z.array(z.string()),
      months: z.array(z.object({ month: z.string(), payments: z.int(), minor })),
      /** Stands on everything that is exported. */
      mark: z.string(),
      /** The run that the flows are of, short. */
      run: z.string(),
    }),
  },
  "POST /api/network/ways": {
    summary:
      "Money from the starts to the ends of a question: its largest ways, or all of it with communities as bundles",
    body: z.object({
      question: networkQuestion,
      most: z.int().min(2).max(50_000),
      /** Left out: the largest ways, above 2,000 nodes bundles; `all` is bundles above 50,000 channels. */
      as: drawnAs.optional(),
      /** How many of the largest members of a bundle are drawn on their own. */
      opened: opened.optional(),
      /** Who else is. */
      apart: z.array(anyId).max(10_000).optional(),
    }),
    answer: picture,
  },
  "POST /api/network/neighbours": {
    summary: "The neighbours of one entity that are not drawn yet: the largest, and the rest in bundles",
    body: z.object({
      id: anyId,
      drawn: z.array(anyId).max(50_000),
      days,
      leastMinor: z.int().min(0).nullable(),
    }),
    answer: z.object({
      nodes: z.array(node),
      channels: z.array(channel),
      bundles: z.array(z.object({ side: z.enum(["payers", "payees"]), others: z.int(), payments: z.int(), minor })),
      asksForFilter: z
        .object({
          others: z.int(),
          bySize: z.array(z.object({ leastMinor: minor, others: z.int() })),
          byYear: z.array(z.object({ year: z.string(), others: z.int() })),
        })
        .nullable(),
    }),
  },
  "POST /api/network/payments": {
    summary: "The payments of one payer to one payee, largest first, each with the place where its amount stands",
    body: z.object({ payer: anyId, payee: anyId, days, most: z.int().min(1).max(1000) }),
    answer: z.array(
      z.object({
        id: z.string(),
        /** In the case currency; null: no rate is known. */
        minor: minor.nullable(),
        amountMinor: minor,
        currency: z.string(),
        firstDay: z.string().nullable(),
        lastDay: z.string().nullable(),
        roots: z.int(),
        /** Statements of the amount: each book that tells of the payment has its own. */
        told: z.array(
          z.object({
            statement: z.string(),
            value: z.string(),
            original: z.string().nullable(),
            source: z.string(),
            grade: z.string(),
            place: z.string().nullable(),
          }),
        ),
      }),
    ),
  },
  "POST /api/network/paths": {
    summary: "Paths between two entities over payments, recorded relations or both, best first",
    body: z.object({
      from: anyId,
      to: anyId,
      measure: z.enum(["shortest", "hubs-damped", "cheapest", "earliest"]),
      most: z.int().min(1).max(20),
      days,
    }),
    answer: z.object({
      rule: z.string(),
      searched: z.object({ entities: z.int(), links: z.int() }),
      paths: z.array(
        z.array(
          z.object({
            fromId: z.string(),
            toId: z.string(),
            links: z.array(z.object({ kind: z.string(), fromId: z.string(), toId: z.string(), words: z.string() })),
          }),
        ),
      ),
      nodes: z.array(node),
      channels: z.array(channel),
    }),
  },
  "POST /api/network/block": {
    summary: "Whom to block: the best set of each budget and factor, the advice, and what each hangs on",
    body: searchQuestion,
    answer: blockAnswer,
  },
  "GET /api/network/search": {
    summary: "How far the search of a block question is",
    answer: z.object({
      isSearching: z.boolean(),
      progress: z.object({ done: z.number(), total: z.number(), what: z.string() }).nullable(),
    }),
  },
  "DELETE /api/network/search": {
    summary: "End the search with the best so far",
    answer: z.object({ isSearching: z.boolean() }),
  },
  "POST /api/network/weigh": {
    summary:
      "What blocking these very entities does at each factor, without a search, and what it changes in the picture",
    body: z.object({
      question: networkQuestion,
      members: partyWords,
      drawnRhoQuarters: rho,
      most: z.int().min(2).max(50_000),
    }),
    answer: z.object({ effects: z.array(effect), notThere: z.array(z.string()), picture }),
  },
  "POST /api/network/doubts": {
    summary:
      "Which joins that nobody confirmed, and which waiting pairs, would change the advice if they were read otherwise",
    body: networkQuestion,
    answer: z.object({
      unasked: z.int(),
      names: z.array(named),
      doubts: z.array(
        z.object({
          kind: z.enum(["join", "pair"]),
          left: z.object({ id: z.string(), name: z.string().nullable() }),
          right: z.object({ id: z.string(), name: z.string().nullable() }),
          changesAdvice: z.boolean(),
          members: z.array(z.string()),
          effect,
          ofAdvice: effect,
        }),
      ),
    }),
  },
  "POST /api/network/check-file": {
    summary: "The check file of an answered set; `windfall verify` and a few lines of anybody's check it again",
    body: z.object({ question: searchQuestion, budget: z.int().min(1).max(50), rhoQuarters: z.int().min(0) }),
    answer: z.object({ text: z.string() }),
  },
  "POST /api/network/layout": {
    summary: `Where the nodes of a question's drawing were left; with places, at most ${placesMost}: keep these`,
    body: z.object({ name: layoutName, places: places.optional() }),
    answer: z.object({ places: z.record(z.string(), place) }),
  },
} as const;
