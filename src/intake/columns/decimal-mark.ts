/** The mark before the decimals in a column of amounts, and why. */
export interface DecimalMark {
  /** Null: both occur, and each value shows its own. */
  readonly mark: "." | "," | null;
  readonly evidence: string;
}

/** Finds the mark from the values; undefined where none shows it (whole numbers without separators). */
export function findDecimalMark(values: readonly string[]): DecimalMark | undefined {
  const votes = { ".": 0, ",": 0 };
  const groups = { ".": 0, ",": 0 };
  let example = "";
  for (const value of values) {
    const digits = /\d[\d.,'’\s]*\d/u.exec(value)?.[0] ?? "";
    const last = /[.,](?=\d+$)/u.exec(digits)?.[0];
    if (last !== "." && last !== ",") continue;
    const tail = digits.length - digits.lastIndexOf(last) - 1;
    const isRepeated = digits.indexOf(last) !== digits.lastIndexOf(last);
    const other = last === "." ? "," : ".";
    if (isRepeated) votes[other]++;
    else if (digits.includes(other) || tail !== 3 || digits.startsWith("0")) {
      votes[last]++;
      if (example === "") example = value;
    } else groups[last]++;
  }
  if (votes["."] === 0 && votes[","] === 0) {
    if (groups["."] === 0 && groups[","] === 0) return undefined;
    const mark = groups["."] > groups[","] ? "," : ".";
    return { mark, evidence: `"${mark === "." ? "," : "."}" stands before three digits only and parts thousands` };
  }
  if (votes["."] > 0 && votes[","] > 0) {
    return {
      mark: null,
      evidence: `decimals stand after "." in ${votes["."]} values and after "," in ${votes[","]}: each is read by itself`,
    };
  }
  const mark = votes["."] > 0 ? "." : ",";
  return { mark, evidence: `decimals after "${mark}"${example === "" ? "" : `, such as "${example.slice(0, 30)}"`}` };
}
