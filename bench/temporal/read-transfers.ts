import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { at } from "../../src/base/index.ts";
import type { SeenTransfer } from "../../src/network/index.ts";

/** The columns of AMLSim's two forms: its samples, and the output of its simulator. */
const forms = [
  { payer: "sourceNodeId", payee: "targetNodeId", amount: "value", time: "time" },
  { payer: "ACCOUNT_ID", payee: "COUNTER_PARTY_ACCOUNT_NUM", amount: "TXN_AMOUNT_ORIG", time: "start" },
] as const;

/** Reads AMLSim's payments from a CSV file, or from the `transactions.csv` in a .tgz; amounts in hundredths. */
export function readTransfers(file: string): SeenTransfer[] {
  const bytes = readFileSync(file);
  const text = /\.t?gz$/u.test(file) ? memberOf(gunzipSync(bytes), "transactions.csv") : bytes.toString("utf8");
  const [header = "", ...lines] = text.split(/\r?\n/u).filter((line) => line !== "");
  const columns = header.split(",");
  const form = forms.find(({ payer }) => columns.includes(payer));
  if (!form)
    throw new Error(`${file}: the header is "${header}"; it should name ${Object.values(forms[0]).join(", ")}`);
  const [payer, payee, amount, time] = [form.payer, form.payee, form.amount, form.time].map((name) =>
    columns.indexOf(name),
  );
  return lines.map((line) => {
    const cells = line.split(",");
    const cell = (column: number | undefined): string => at(cells, column ?? -1);
    return {
      payer: cell(payer),
      payee: cell(payee),
      amountMinor: Math.round(Number(cell(amount)) * 100),
      time: Number(cell(time)),
    };
  });
}

/** The text of a file in a tar archive (POSIX ustar: 512-byte headers, name at 0, size in octal at 124). */
function memberOf(tar: Buffer, ending: string): string {
  for (let offset = 0; offset + 512 <= tar.length;) {
    const name = tar.toString("utf8", offset, offset + 100).replace(/\0.*$/su, "");
    const size = Number.parseInt(tar.toString("ascii", offset + 124, offset + 136), 8) || 0;
    const from = offset + 512;
    if (name.endsWith(ending)) return tar.toString("utf8", from, from + size);
    offset = from + Math.ceil(size / 512) * 512;
  }
  throw new Error(`there is no ${ending} in the archive`);
}
