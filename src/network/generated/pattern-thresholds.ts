// Generated from resources/network/pattern-thresholds.tsv by npm run generate; do not edit.
// When payments make a pattern, with the reason for each figure; set before any labelled data was looked at, and not fitted to any.
// source: Windfall's own
// licence: Apache-2.0
// columns: kind of pattern, threshold, value, unit, reason
export const rows: readonly (readonly string[])[] = [
  ["round-trip","windowDays","30","days","A month: money lent to look like turnover or income comes back within one book period."],
  ["round-trip","leastParties","3","parties","Two parties who pay each other trade; going round takes a third."],
  ["round-trip","mostPayments","10","payments","Each further party costs a fee and a trace; longer ways in a busy network come about by chance."],
  ["round-trip","leastShare","50","percent","Each payment carries at least so much of the first: fees and one split in two stay within."],
  ["round-trip","lookedAtMost","10000","payments","For each first payment so many payments are looked at before the search for a way back ends; a bound on time alone."],
  ["fan-in","leastParties","5","parties","Fewer payers in a week are any household or firm."],
  ["fan-in","windowDays","7","days","A week: amounts kept below a reporting limit are spread over days; rent and wages come once a month."],
  ["fan-out","leastParties","5","parties","As for fan-in."],
  ["fan-out","windowDays","7","days","As for fan-in."],
  ["gather-scatter","leastParties","3","parties","On each side: with two, any trader who buys and sells is one."],
  ["gather-scatter","windowDays","14","days","A week to gather as for fan-in, and another to scatter."],
  ["gather-scatter","leastShare","50","percent","At least half of what was gathered is scattered: what is kept is not what was passed on."],
  ["gather-scatter","mostShare","150","percent","No more than half as much again: otherwise other money than what was gathered is meant."],
  ["scatter-gather","leastParties","3","parties","Parties between: with two, a payment sent by two ways is one."],
  ["scatter-gather","windowDays","14","days","As for gather-scatter."],
  ["scatter-gather","lookedAtMost","100000","pairs of payments","For each first payer so many pairs of payments are looked at before the search ends; a bound on time alone."],
  ["layering","restDays","3","days","Money that is to be moved on rests over a weekend at most."],
  ["layering","leastPayments","3","payments","Two payments are any purchase paid with fresh money."],
  ["layering","leastShare","80","percent","What goes on is what came less a fee: commissions of up to a fifth are told of in cases."],
  ["layering","mostShare","100","percent","More than what came is other money."],
  ["layering","lookedAtMost","1000","payments","Of the next payments of a party so many are looked at; a bound on time alone."],
  ["pass-through","restDays","3","days","As for layering."],
  ["pass-through","leastShare","90","percent","Nearly all that ever came in goes on at once; an account that is lived on keeps more."],
  ["pass-through","leastPayments","3","payments","One or two payments in may go on at once by chance."],
];
