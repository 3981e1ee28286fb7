/** A calendar day as the number of days since 1970-01-01. */
export type Day = number;

const DAY_MS = 86_400_000;

export const dayOf = (iso: string): Day => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);

/** `YYYY-MM-DD`. */
export const isoOf = (day: Day): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

export const isWorkingDay = (day: Day): boolean => ((day + 4) % 7) % 6 !== 0;

/** The first working day on or after a day. */
export const workingDay = (day: Day): Day => (isWorkingDay(day) ? day : workingDay(day + 1));

/** The first and the last day that an ISO date or a prefix of one can mean. */
export const spanOf = (prefix: string): readonly [Day, Day] => {
  const [year = "", month, day] = prefix.split("-");
  if (day !== undefined) return [dayOf(prefix), dayOf(prefix)];
  if (month === undefined) return [dayOf(`${year}-01-01`), dayOf(`${year}-12-31`)];
  const next =
    month === "12" ? `${Number(year) + 1}-01-01` : `${year}-${String(Number(month) + 1).padStart(2, "0")}-01`;
  return [dayOf(`${prefix}-01`), dayOf(next) - 1];
};

/** Writes an ISO date (or a prefix) in the named order; a missing part is left out. */
export const writeDate = (iso: string, order: DateOrder): string => {
  const [year = "", month, day] = iso.split("-");
  if (month === undefined) return year;
  if (day === undefined) return partial(year, month, order);
  switch (order) {
    case "iso":
      return iso;
    case "Y.M.D":
      return `${year}.${month}.${day}`;
    case "D/M/Y":
      return `${day}/${month}/${year}`;
    case "D.M.Y":
      return `${day}.${month}.${year}`;
    case "Y/M/D":
      return `${year}/${Number(month)}/${Number(day)}`;
    case "D Mon Y":
      return `${day} ${MONTHS[Number(month) - 1] ?? ""} ${year}`;
    case "Y년 M월 D일":
      return `${year}년 ${Number(month)}월 ${Number(day)}일`;
    case "YMD":
      return `${year}${month}${day}`;
  }
};

export type DateOrder = "iso" | "Y.M.D" | "D/M/Y" | "D.M.Y" | "Y/M/D" | "D Mon Y" | "Y년 M월 D일" | "YMD";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const partial = (year: string, month: string, order: DateOrder): string => {
  switch (order) {
    case "iso":
      return `${year}-${month}`;
    case "Y.M.D":
      return `${year}.${month}`;
    case "D/M/Y":
      return `${month}/${year}`;
    case "D.M.Y":
      return `${month}.${year}`;
    case "Y/M/D":
      return `${year}/${Number(month)}`;
    case "D Mon Y":
      return `${MONTHS[Number(month) - 1] ?? ""} ${year}`;
    case "Y년 M월 D일":
      return `${year}년 ${Number(month)}월`;
    case "YMD":
      return `${year}${month}`;
  }
};
