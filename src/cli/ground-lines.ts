import { views, type NodeGrounds, type OpenCase } from "../casefile/index.ts";
import { parseStatementId } from "../model/index.ts";
import { counted, money, shown } from "./show.ts";

type Ground = NodeGrounds["grounds"][number];

/** So many grounds of each are shown; `--json` has all. */
const groundsShown = 3;

/** By whom each of the proposed could be acted on, and on what recorded ground. */
export async function groundLines(open: OpenCase, nodes: readonly NodeGrounds[]): Promise<string[]> {
  if (nodes.length === 0) return [];
  const said = await sayingOf(open, nodes);
  return [
    "by whom each could be acted on, and on what ground; this is what is recorded, not what a law allows:",
    ...nodes.flatMap((node) => [
      `  ${said.named(node.id)}`,
      `    ${leverText(node, said)}`,
      ...node.grounds.slice(0, groundsShown).map((ground) => `    ground: ${groundText(ground, said)}`),
      ...(node.grounds.length === 0
        ? ["    no ground is recorded: no relation to anybody on a public list, and no payment with one"]
        : []),
      ...(node.grounds.length > groundsShown
        ? [`    and ${counted(node.grounds.length - groundsShown, "more ground")}; --json lists all`]
        : []),
    ]),
  ];
}

interface Saying {
  readonly named: (id: string) => string;
  /** Where the first of these statements stands. */
  readonly placeOf: (statements: readonly string[]) => string;
  readonly currency: string;
}

async function sayingOf(open: OpenCase, nodes: readonly NodeGrounds[]): Promise<Saying> {
  const told = nodes.flatMap(({ levers, grounds }) => [...levers, ...grounds.slice(0, groundsShown)]);
  const captions = await views.captionsOf(
    open,
    nodes.flatMap(({ id, grounds }) => [id, ...grounds.flatMap(({ fromId, toId }) => [fromId, toId])]),
  );
  const evidence = await views.evidenceOf(
    open,
    told.flatMap(({ statements }) => statements.slice(0, 1).map(parseStatementId)),
  );
  const places = new Map(evidence.map((each) => [String(each.statementId), each.locator ?? ""]));
  return {
    named: (id) => shown(views.shortCaption(captions.get(id) ?? id)),
    placeOf: (statements) => shown(places.get(statements[0] ?? "") ?? ""),
    currency: open.settings.currency,
  };
}

function leverText({ levers }: NodeGrounds, { placeOf }: Saying): string {
  if (levers.length === 0) return "no country is recorded whose authorities could act";
  const countries = levers.map(
    ({ country, isInReach, statements }) => `${country}${isInReach ? "" : ", out of reach"} (${placeOf(statements)})`,
  );
  return `authorities of ${countries.join(", ")}`;
}

function groundText(ground: Ground, { named, placeOf, currency }: Saying): string {
  const { fromId, toId, words, payments, caseMinor, roots } = ground;
  const amount =
    payments === null
      ? ""
      : `: ${caseMinor === null ? "no rate" : money(BigInt(caseMinor), currency)} in ${counted(payments, "payment")}`;
  const support = roots === null ? "" : roots === 0 ? ", source unknown" : `, ${counted(roots, "independent source")}`;
  return `${named(fromId)} ${words} ${named(toId)}${amount}${support}; ${named(ground.listedId)} stands on ${ground.lists.map(shown).join(", ")}  ${placeOf(ground.statements)}`;
}
