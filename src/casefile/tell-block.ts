import { parseStatementId } from "../model/index.ts";
import { captionsOf, evidenceOf, networkKinds, standInsOf, type BlockSetLine } from "../views/index.ts";
import { groundsOfBlock, type NodeGrounds } from "./ask-block.ts";
import type { BlockRequest } from "../network/index.ts";
import type { OpenCase } from "./open-case.ts";

/** An answered question as a screen shows it: every set, who is meant by each id, and by whom and on what ground each could be acted on. */
export interface ToldBlock {
  readonly sets: readonly (Pick<BlockSetLine, "id" | "budget" | "rhoQuarters" | "members" | "proof"> & {
    /** Without the joins of each, which the review shows. */
    readonly explanation: Omit<Explained, "members"> & { readonly members: readonly Omit<Member, "joins">[] };
  })[];
  readonly names: readonly { readonly id: string; readonly name: string; readonly schema: string }[];
  readonly grounds: readonly ToldGrounds[];
}

type Explained = BlockSetLine["explanation"];
type Member = Explained["members"][number];

/** Levers and grounds of one party, each with the place where the first of its statements stands. */
export interface ToldGrounds {
  readonly id: string;
  readonly levers: readonly (NodeGrounds["levers"][number] & Placed)[];
  readonly grounds: readonly (NodeGrounds["grounds"][number] & Placed)[];
}

interface Placed {
  /** As `windfall open` takes it; null where no file holds it. */
  readonly place: string | null;
}

/** So many statements of one answer are looked up for their places. */
const groundsTold = 5;

/** Tells the answer to a question in names; closed contacts of phones stand in it as words alone. */
export async function tellBlock(
  open: OpenCase,
  changes: Partial<BlockRequest>,
  sets: readonly BlockSetLine[],
): Promise<ToldBlock> {
  const members = [...new Set(sets.flatMap((set) => set.members))].toSorted();
  const grounds = await placed(open, await groundsOfBlock(open, changes, members));
  const ids = [
    ...new Set([
      ...members,
      ...sets.flatMap(({ explanation }) => idsOf(explanation)),
      ...grounds.flatMap((each) => each.grounds.flatMap(({ fromId, toId }) => [fromId, toId])),
    ]),
  ].toSorted();
  const [names, kinds] = [await captionsOf(open, ids), await networkKinds(open, ids)];
  const standIn = await standInsOf(open, ids);
  return {
    sets: sets.map(({ id, budget, rhoQuarters, members, proof, explanation }) => ({
      id,
      budget,
      rhoQuarters,
      members,
      proof,
      explanation: { ...explanation, members: explanation.members.map(({ joins: _joins, ...member }) => member) },
    })),
    names: ids.map((id) => {
      const isClosed = standIn(id) !== id;
      return {
        id: standIn(id),
        name: isClosed ? standIn(id) : (names.get(id) ?? id),
        schema: isClosed ? "Thing" : (kinds.get(id)?.schema ?? "Thing"),
      };
    }),
    grounds,
  };
}

const idsOf = ({ members, anotherWay, again, alternatives }: BlockSetLine["explanation"]): string[] => [
  ...members.flatMap(({ takenOverBy }) => takenOverBy.map(({ id }) => id)),
  ...anotherWay.flatMap(({ payer, payee }) => [payer, payee]),
  ...again.flatMap((asked) => asked.members),
  ...alternatives.flatMap((set) => set.members),
];

async function placed(open: OpenCase, nodes: readonly NodeGrounds[]): Promise<ToldGrounds[]> {
  const told = nodes.map((node) => ({ ...node, grounds: node.grounds.slice(0, groundsTold) }));
  const firsts = told.flatMap(({ levers, grounds }) =>
    [...levers, ...grounds].flatMap(({ statements }) => statements.slice(0, 1).map(parseStatementId)),
  );
  const places = new Map((await evidenceOf(open, firsts)).map((each) => [String(each.statementId), each.locator]));
  const withPlace = <Each extends { readonly statements: readonly string[] }>(each: Each): Each & Placed => ({
    ...each,
    place: places.get(each.statements[0] ?? "") ?? null,
  });
  return told.map(({ id, levers, grounds }) => ({
    id,
    levers: levers.map(withPlace),
    grounds: grounds.map(withPlace),
  }));
}
