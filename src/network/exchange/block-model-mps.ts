import { at } from "../../base/index.ts";
import { numberAt, intAt } from "../graph/typed-arrays.ts";
import type { BlockProblem, BlockQuestion } from "../question/block-problem.ts";
import { makeBlockModel, type BlockModel } from "../solve/block-model.ts";
import { makeResidual } from "../solve/residual.ts";

/**
 * The model of a question as free-format MPS, line by line, so that any solver can check the answer: minimise what can still
 * flow with at most so much spent on blocks. The optimum times the scale that a comment states is what is left, in quarters
 * of a minor unit. Column `b7` is 1 where node 7 is blocked; comments name the nodes. Numbers are written in full.
 */
export function* writeBlockModelMps(problem: BlockProblem, question: BlockQuestion, mark: string): Generator<string> {
  const residual = makeResidual(problem, question.rhoQuarters);
  const whole = residual.withoutNodes([]);
  const contenders = Array.from(problem.nodeIds.keys()).filter(
    (node) => problem.blockable[node] === 1 && intAt(problem.costs, node) <= question.budget,
  );
  const known = { members: [], flow: whole };
  const { model, nodes, scale } = makeBlockModel(problem, question, residual.flowGraph, { known, contenders });
  const nameOf = (column: number): string => (column < nodes.length ? `b${at(nodes, column)}` : `x${column}`);
  yield `* ${mark}`;
  yield `* Wood 1993: block nodes so that the smallest cut is least; budget ${question.budget}, reroute factor ${question.rhoQuarters / 4}`;
  yield `* optimum * ${scale} = what is left, in quarters of a minor unit; without any block it is ${whole.value}`;
  for (const node of nodes) yield `* b${node} blocks ${at(problem.nodeIds, node).replaceAll(/[\r\n]/gu, " ")}`;
  yield "NAME windfall_block_set";
  yield "ROWS";
  yield " N left";
  for (let row = 0; row < model.numRows; row += 1) yield ` L r${row}`;
  yield* columnLines(model, nameOf);
  yield "RHS";
  for (let row = 0; row < model.numRows; row += 1)
    if (numberAt(model.rowUpper, row) !== 0) yield ` limits r${row} ${numberAt(model.rowUpper, row)}`;
  yield "BOUNDS";
  for (let column = 0; column < model.numCols; column += 1) yield* boundLines(model, column, nameOf(column));
  yield "ENDATA";
}

function* columnLines(model: BlockModel, nameOf: (column: number) => string): Generator<string> {
  yield "COLUMNS";
  if (model.blockCount > 0) yield " m0 'MARKER' 'INTORG'";
  for (let column = 0; column < model.numCols; column += 1) {
    if (column === model.blockCount && column > 0) yield " m1 'MARKER' 'INTEND'";
    const cost = numberAt(model.colCost, column);
    const [from, to] = [intAt(model.starts, column), intAt(model.starts, column + 1)];
    // A column in no row must still be named once.
    if (cost !== 0 || from === to) yield ` ${nameOf(column)} left ${cost}`;
    for (let entry = from; entry < to; entry += 1)
      yield ` ${nameOf(column)} r${intAt(model.indices, entry)} ${numberAt(model.values, entry)}`;
  }
  if (model.blockCount === model.numCols && model.blockCount > 0) yield " m1 'MARKER' 'INTEND'";
}

function* boundLines({ blockCount, colLower, colUpper }: BlockModel, column: number, name: string): Generator<string> {
  const [lower, upper] = [numberAt(colLower, column), numberAt(colUpper, column)];
  if (column < blockCount && lower === 0 && upper === 1) yield ` BV bounds ${name}`;
  else if (lower === upper) yield ` FX bounds ${name} ${lower}`;
  else {
    if (lower !== 0) yield ` LO bounds ${name} ${lower}`;
    yield ` UP bounds ${name} ${upper}`;
  }
}
