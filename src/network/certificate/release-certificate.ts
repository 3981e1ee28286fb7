import { at, atKey, compareText, hmacSha256, sha256, stableJson } from "../../base/index.ts";
import type { Certificate, CertificateFlow, CertificateInput } from "./certificate.ts";
import { hashInput } from "./write-input.ts";

/** A check file that names nobody, and who is who in it: the second stays in the house. */
export interface ReleasedCertificate {
  readonly certificate: Certificate;
  /** The canonical id behind each name of this release. */
  readonly names: Readonly<Record<string, string>>;
}

/**
 * The form of a check file for one release: parties bear numbers of this release alone, in an order that the key draws, and
 * statements stand as hashes under that key, so that two releases cannot be laid side by side. Words that say how the ends
 * were chosen give way to counts, since they may hold names. Amounts stay, or nothing could be checked, and of days their
 * order, or where money has to stay, how far they lie apart: it verifies like the one that it was made from. The key is new for each release, and is kept with the names or thrown away.
 */
export function releaseCertificate(internal: Certificate, key: Uint8Array): ReleasedCertificate {
  const { input, currency } = internal;
  const keyed = (kind: string, text: string): string => hmacSha256(key, `${kind} ${text}`);
  const order = [...input.nodes.keys()].toSorted((left, right) =>
    compareText(keyed("node", at(input.nodes, left)), keyed("node", at(input.nodes, right))),
  );
  const numberOf = new Map(order.map((node, number) => [node, number]));
  const toNumber = (node: number): number => atKey(numberOf, node);
  const toDay = releaseDays(input);
  const edges = input.edges
    .map(([payer, payee, minor, day], edge) => {
      const pair = [toNumber(payer), toNumber(payee), minor] as const;
      return { edge, row: day === undefined ? pair : ([...pair, toDay(day)] as const) };
    })
    .toSorted(({ row: left }, { row: right }) => compareNumbers(left, right));
  const edgeOf = new Map(edges.map(({ edge }, number) => [edge, number]));
  const toEdge = (edge: number): number => atKey(edgeOf, edge);
  const nameOf = (number: number): string => `party ${number + 1}`;
  const released = releaseInput(input, { toNumber, edges: edges.map(({ row }) => row), nameOf });
  const flow = (own: CertificateFlow): CertificateFlow => ({
    ...own,
    paths: own.paths.map(({ edges: path, quarters }) => ({ edges: path.map(toEdge), quarters })),
    startSide: own.startSide
      .map((each) => (typeof each === "number" ? [toNumber(each)] : ([toNumber(each[0]), toDay(each[1])] as const)))
      .toSorted(compareNumbers)
      .map(([node = -1, day]) => (day === undefined ? node : ([node, day] as const))),
  });
  const body: Omit<Certificate, "seal"> = {
    format: internal.format,
    mark: internal.mark,
    currency,
    question: {
      ...internal.question,
      words: `${input.sources.length} starts and ${input.sinks.length} ends`,
    },
    input: released,
    inputHash: hashInput(currency, released),
    members: internal.members.map((id) => nameOf(toNumber(input.nodes.indexOf(id)))).toSorted(compareText),
    before: flow(internal.before),
    after: flow(internal.after),
    evidence: internal.evidence
      .map(
        ([edge, payments, statements]) =>
          [toEdge(edge), payments, statements.map((id) => keyed("statement", id)).toSorted(compareText)] as const,
      )
      .toSorted(([left], [right]) => left - right),
    optimality: internal.optimality,
  };
  return {
    certificate: { ...body, seal: sha256(stableJson(body)) },
    names: Object.fromEntries(order.map((node, number) => [nameOf(number), at(input.nodes, node)])),
  };
}

const ascending = (left: number, right: number): number => left - right;

/** By the first number that differs; of payments the day comes before the amount. */
function compareNumbers(left: readonly number[], right: readonly number[]): number {
  const order = [0, 1, 3, 2].find((place) => (left[place] ?? 0) !== (right[place] ?? 0));
  return order === undefined ? 0 : (left[order] ?? 0) - (right[order] ?? 0);
}

/** Days as a release numbers them: in their order from 0, or where money has to stay, counted from the first. */
function releaseDays({ edges, leastStayDays = 0 }: CertificateInput): (day: number) => number {
  const days = [...new Set(edges.flatMap(([, , , day]) => day ?? []))].toSorted(ascending);
  const numbers = new Map(days.map((day, number) => [day, number]));
  return (day) => (leastStayDays === 0 ? atKey(numbers, day) : day - at(days, 0));
}

function releaseInput(
  input: CertificateInput,
  {
    toNumber,
    edges,
    nameOf,
  }: {
    readonly toNumber: (node: number) => number;
    readonly edges: CertificateInput["edges"];
    readonly nameOf: (number: number) => string;
  },
): CertificateInput {
  const supplied = input.sources
    .map((node, index) => ({ node: toNumber(node), minor: at(input.suppliesMinor, index) }))
    .toSorted((left, right) => left.node - right.node);
  const listed = (rows: CertificateInput["costs"]): CertificateInput["costs"] =>
    rows.map(([node, value]) => [toNumber(node), value] as const).toSorted(([left], [right]) => left - right);
  return {
    ...input,
    nodes: input.nodes.map((_, number) => nameOf(number)),
    edges,
    sources: supplied.map(({ node }) => node),
    sinks: input.sinks.map(toNumber).toSorted(ascending),
    suppliesMinor: supplied.map(({ minor }) => minor),
    blockable: input.blockable.map(toNumber).toSorted(ascending),
    costs: listed(input.costs),
    collateralMinor: listed(input.collateralMinor),
  };
}

/** Reads a check file that this program wrote; undefined where it was left out. */
export function readCertificate(text: string): Certificate | undefined {
  const file = JSON.parse(text) as Certificate | { readonly omitted: string };
  return "omitted" in file ? undefined : file;
}
