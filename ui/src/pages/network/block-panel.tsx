import { Value } from "../../parts/index.ts";
import { isSame, percent } from "./block-bar.tsx";
import { CheckFile } from "./check-file.tsx";
import { Doubts } from "./doubts.tsx";
import { Frontier } from "./frontier.tsx";
import { Grounds } from "./grounds.tsx";
import { InTime } from "./in-time.tsx";
import { counted, factor, short } from "./sentences.ts";
import type { Network } from "./use-network.ts";
import { setAt, type Block, type BlockSet } from "./use-question.ts";
import { WithoutEach } from "./without-each.tsx";

interface BlockPanelProps {
  readonly network: Network;
  readonly block: Block;
}

/** The blocked with their reasons, every stop, the frontier, and on what the advice hangs. */
export function BlockPanel({ network, block }: BlockPanelProps) {
  const { set } = network;
  const name = (id: string): string =>
    block.names.find((each) => each.id === id)?.name ?? network.net?.nodes.get(id)?.name ?? id;
  if (!set) return <p>No set was sought: no seen money flows from a start to an end.</p>;
  const told = { network, block, set, name };
  return (
    <>
      <Members {...told} />
      <Frontier {...told} />
      <Stops {...told} />
      <InTime {...told} />
      <WithoutEach {...told} />
      <Doubts {...told} />
      <Alternatives {...told} />
      <Coverage {...told} />
      <CheckFile {...told} />
    </>
  );
}

/** What the parts of the panel are given. */
export interface Told extends BlockPanelProps {
  readonly set: BlockSet;
  readonly name: (id: string) => string;
}

function Members({ network, block, set, name }: Told) {
  const { members, unit, select, toggleBlocked } = network;
  return (
    <section className="panel-part">
      <h3>Blocked</h3>
      {members.length === 0 && <p>Nobody.</p>}
      <ul className="blocked">
        {members.map((id) => {
          const known = set.explanation.members.find((member) => member.id === id);
          return (
            <li key={id}>
              <p className="blocked-name">
                <button type="button" className="button-quiet" onClick={() => select(id)}>
                  <Value text={name(id)} />
                </button>
                <button
                  type="button"
                  className="button-quiet"
                  aria-label={`Do not block ${name(id)}`}
                  onClick={() => toggleBlocked(id)}
                >
                  ×
                </button>
              </p>
              {known && (
                <p>
                  carries {short(known.carries, unit)}
                  {known.takenOverBy.length > 0 &&
                    `, of which ${known.takenOverBy.map(({ id: other, amount }) => `${short(amount, unit)} can move through ${name(other)}`).join(", ")} within the seen limits`}
                  ; without it {short(known.marginal, unit)} less is stopped
                  {known.collateral > 0 && `; also hits ${short(known.collateral, unit)} that goes no such way`}
                  {known.joinCount > 0 && `; hangs on ${counted(known.joinCount, "join")}`}.
                </p>
              )}
              <Grounds grounds={block.grounds.find((each) => each.id === id)} name={name} unit={unit} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Every stop that was solved, with its own best set. */
function Stops({ network, block, name }: Told) {
  const { budget, unit, stops, stop, change, members } = network;
  return (
    <section className="panel-part">
      <h3>At each reroute factor, budget {budget}</h3>
      <div className="stop-scroll">
        <table className="stop-table">
          <thead>
            <tr>
              <th scope="col">Reroute</th>
              <th scope="col">No longer gets through</th>
              <th scope="col">Best set</th>
            </tr>
          </thead>
          <tbody>
            {[...stops, 0].map((rho) => {
              const best = setAt(block, budget, rho);
              const effect = best?.explanation.effects.find(
                ({ rhoQuarters }) => rhoQuarters === (rho === 0 ? Math.max(...stops) : rho),
              );
              return (
                best && (
                  <tr key={rho} aria-current={rho === stop ? "true" : undefined}>
                    <th scope="row">
                      <button
                        type="button"
                        className="button-quiet"
                        onClick={() => change({ reroute: rho === 0 ? undefined : rho / 4, block: undefined })}
                      >
                        {rho === 0 ? "worst" : factor(rho)}
                      </button>
                    </th>
                    <td className="amount">
                      {effect && `${short(effect.stranded, unit)}, ${percent(effect.stranded, effect.canFlow)}`}
                    </td>
                    <td>
                      {isSame(best.members, members)
                        ? "the set shown"
                        : best.members.map((id) => name(id).split(" / ")[0]).join("; ")}
                      <span className="second"> {best.proof}</span>
                    </td>
                  </tr>
                )
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Other sets that stop nearly as much. */
function Alternatives({ network, set, name }: Told) {
  const { unit, change } = network;
  const { alternatives, effects } = set.explanation;
  const canFlow = effects[0]?.canFlow ?? 0;
  if (alternatives.length === 0)
    return (
      <section className="panel-part">
        <h3>Near-equal sets</h3>
        <p className="second">None was met that stops within 1 % of this.</p>
      </section>
    );
  return (
    <section className="panel-part">
      <h3>Near-equal sets, within 1 %</h3>
      <ul className="panel-list">
        {alternatives.slice(0, 8).map(({ members, residual }) => (
          <li key={members.join()}>
            <button type="button" className="button-quiet" onClick={() => change({ block: members }, { push: true })}>
              <span className="amount">{short(Math.max(0, canFlow - residual), unit)}</span>{" "}
              {members.map((id) => name(id).split(" / ")[0]).join("; ")}
            </button>
          </li>
        ))}
      </ul>
      <p className="note second">Those that the search met; not a complete list.</p>
    </section>
  );
}

/** How far the answer looks, and who is left out. */
function Coverage({ network, set }: Told) {
  const { unit } = network;
  const { coverage, ends, notProposed } = set.explanation;
  const left = Object.entries(notProposed).map(([why, count]) => `${count} ${why}`);
  return (
    <section className="panel-part">
      <h3>What was counted</h3>
      <p>{ends}.</p>
      {coverage?.seenMinor !== undefined && (
        <p>Money seen between these dates: {short(Number(coverage.seenMinor), unit)}.</p>
      )}
      {(coverage?.withoutEndOrAmount ?? 0) > 0 && (
        <p>{counted(coverage?.withoutEndOrAmount ?? 0, "payment")} with an unknown end or amount: in no flow.</p>
      )}
      {(coverage?.outsideWindow ?? 0) > 0 && (
        <p>{counted(coverage?.outsideWindow ?? 0, "payment")} outside these dates.</p>
      )}
      {(coverage?.outsized?.payments ?? 0) > 0 && (
        <p>
          {counted(coverage?.outsized?.payments ?? 0, "payment")} out of all proportion,{" "}
          {short(Number(coverage?.outsized?.minor ?? 0), unit)}: one slip of a pen may have made them.
        </p>
      )}
      {left.length > 0 && <p>Not proposed, though on a way: {left.join(", ")}.</p>}
    </section>
  );
}
