import { parseStatementId } from "../model/index.ts";
import { closedAmong, evidenceOf, paymentsOfChannel, type Days, type Evidence } from "../views/index.ts";
import type { OpenCase } from "./open-case.ts";

/** One payment of a channel, with each book's word for its amount. */
export interface ToldPayment extends Omit<Awaited<ReturnType<typeof paymentsOfChannel>>[number], "statements"> {
  readonly told: readonly Evidence[];
}

/** The payments of one payer to one payee with the places of their amounts; none where one of them is a closed contact. */
export async function channelPayments(
  open: OpenCase,
  ends: readonly [string, string],
  asked: { readonly days: Days; readonly limit: number },
): Promise<ToldPayment[]> {
  if ((await closedAmong(open, ends)).length > 0) return [];
  const payments = await paymentsOfChannel(open, ends, asked);
  const evidence = await evidenceOf(
    open,
    payments.flatMap(({ statements }) => statements.map(parseStatementId)),
  );
  const byId = new Map(evidence.map((each) => [String(each.statementId), each]));
  return payments.map(({ statements, ...payment }) => ({
    ...payment,
    told: statements.flatMap((id) => byId.get(id) ?? []),
  }));
}
