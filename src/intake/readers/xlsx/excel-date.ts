const dayMs = 86_400_000;
const lastSerial = 2_958_465.999_999_99;

/**
 * The date or time of a serial number as ISO text: "2019-03-04", "2019-03-04T13:45:00", "13:45:00" (over a day: "26:30:00").
 * Nothing if no date has the number. In the 1900 system day 60 is the 29 February 1900 that never was, as Excel shows it.
 */
export function excelDate(
  serial: number,
  system: "1900" | "1904",
  has: { hasDate: boolean; hasTime: boolean },
): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial > lastSerial) return undefined;
  const ms = roundMs(serial * dayMs);
  if (!has.hasDate) return timeText(ms);
  const days = Math.floor(ms / dayMs);
  const rest = ms - days * dayMs;
  const date = dateText(days, system);
  return has.hasTime || rest > 0 ? `${date}T${timeText(rest)}` : date;
}

// A day's fraction as a double is off by up to a few milliseconds from the second that was typed.
function roundMs(ms: number): number {
  const seconds = Math.round(ms / 1000) * 1000;
  return Math.abs(ms - seconds) <= 5 ? seconds : Math.round(ms);
}

function dateText(days: number, system: "1900" | "1904"): string {
  if (system === "1904") return isoDay(Date.UTC(1904, 0, 1) + days * dayMs);
  if (days === 60) return "1900-02-29";
  if (days === 0) return "1900-01-00";
  return isoDay(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * dayMs);
}

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

function timeText(ms: number): string {
  const whole = Math.floor(ms / 1000);
  const text = `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  const rest = Math.round(ms - whole * 1000);
  return rest === 0 ? text : `${text}.${String(rest).padStart(3, "0")}`;
}

const two = (value: number): string => String(value).padStart(2, "0");
