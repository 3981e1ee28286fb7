import type { Read, Reading } from "../words/reading.ts";
import { readNumber } from "../words/read-number.ts";
import type { Clock } from "./point.ts";

/** A time of day: "at about 4 a.m.", "16:30", "4.30 p.m.", "0430 hours"; the words before the number belong to it. Beside a day "7.15" is one too. */
export function readClock(reading: Reading, index: number, isDated = false): Read<Clock> | undefined {
  let from = index;
  let approx = false;
  if (reading.is(from, "at")) from += 1;
  if (reading.is(from, "shortly", "just", "soon") && reading.is(from + 1, "before", "after")) from += 1;
  const about = reading.sense(from, "approx") ?? (reading.is(from, "before", "after") ? { length: 1 } : undefined);
  if (about) {
    approx = true;
    from += about.length;
  }
  const time =
    readNamed(reading, from) ??
    readSpokenTime(reading, from) ??
    readMilitary(reading, from) ??
    readTime(reading, from, isDated);
  return time && { value: { ...time.value, approx }, next: time.next };
}

/** "Midnight", "noon". */
function readNamed(reading: Reading, index: number): Read<{ hour: number; minute: number }> | undefined {
  const hour = reading.is(index, "midnight") ? 0 : reading.is(index, "noon", "midday") ? 12 : undefined;
  return hour === undefined ? undefined : { value: { hour, minute: 0 }, next: index + 1 };
}

function readTime(
  reading: Reading,
  index: number,
  isDated: boolean,
): Read<{ hour: number; minute: number }> | undefined {
  const hour = hourAt(reading, index);
  if (!hour) return undefined;
  const minute = minuteAt(reading, hour.next - 1);
  const next = minute?.next ?? hour.next;
  const meridiem = reading.sense(next, "meridiem");
  if (meridiem && hour.value >= 1 && hour.value <= 12) {
    const value = (hour.value % 12) + (meridiem.value === "pm" ? 12 : 0);
    return { value: { hour: value, minute: minute?.value ?? 0 }, next: next + meridiem.length };
  }
  const half = readHalf(reading, next);
  if (half && hour.value >= 1 && hour.value <= 12) {
    const value = (hour.value % 12) + (half.value ? 12 : 0);
    return { value: { hour: value, minute: minute?.value ?? 0 }, next: half.next };
  }
  const isColon = reading.is(hour.next, ":") || (isDated && minute !== undefined);
  const clock = reading.sense(next, "clock");
  if (hour.value > 23 || (!isColon && !clock?.value) || (!minute && !reading.is(next, "o'clock", "o")))
    return undefined;
  return { value: { hour: hour.value, minute: minute?.value ?? 0 }, next: next + (clock?.length ?? 0) };
}

/** "Half past four in the morning", "a quarter to six": of which half of the day may stay unsaid. */
function readSpokenTime(reading: Reading, index: number): Read<{ hour: number; minute: number }> | undefined {
  const from = reading.is(index, "a") ? index + 1 : index;
  const part = reading.is(from, "half") ? 30 : reading.is(from, "quarter") ? 15 : undefined;
  const isPast = reading.is(from + 1, "past", "after");
  if (part === undefined || (!isPast && !(part === 15 && reading.is(from + 1, "to", "before")))) return undefined;
  const hour = hourAt(reading, from + 2);
  if (!hour || hour.value < 1 || hour.value > 12) return undefined;
  const meridiem = reading.sense(hour.next, "meridiem");
  const half = readHalf(reading, hour.next);
  const isLate = meridiem ? meridiem.value === "pm" : half?.value === true;
  const minutes = ((hour.value % 12) + (isLate ? 12 : 0)) * 60 + (isPast ? part : -part);
  const all = (minutes + 1440) % 1440;
  const value = { hour: Math.floor(all / 60), minute: all % 60 };
  return { value, next: meridiem ? hour.next + meridiem.length : (half?.next ?? hour.next) };
}

// What may stand behind a bare time of day: "at 0430 on Sunday", "from 0900 to 1100".
const behindClock: ReadonlySet<string> = new Set(["on", "and", "to", "until", "relative-day", "weekday"]);

/** "0600 hours", "1430 GMT", "at 0430": four digits that nothing else could be, or that stand behind "at" and count nothing. */
function readMilitary(reading: Reading, index: number): Read<{ hour: number; minute: number }> | undefined {
  const digits = reading.tokens[index]?.kind === "digits" ? (reading.tokens[index]?.key ?? "") : "";
  const [hour, minute] = [Number(digits.slice(0, 2)), Number(digits.slice(2))];
  if (digits.length !== 4 || hour > 23 || minute > 59) return undefined;
  const named = reading.is(index + 1, "hours", "hrs") ? { length: 1 } : reading.sense(index + 1, "zone");
  const goesOn = reading.tokens[index + 1]?.kind !== "word" || reading.hasSense(index + 1, behindClock);
  const isSecond =
    reading.is(index - 1, "and", "to", "-", "–") && /^0\d{3}$/u.test(reading.tokens[index - 2]?.key ?? "");
  const isBare = digits.startsWith("0") || reading.is(index - 1, "at") || isSecond;
  return named || (isBare && goesOn) ? { value: { hour, minute }, next: index + 1 + (named?.length ?? 0) } : undefined;
}

/** "(Four o'clock) in the morning", "at night": whether it is the second half of the day. */
function readHalf(reading: Reading, index: number): Read<boolean> | undefined {
  const from = index + (reading.sense(index, "clock")?.length ?? 0);
  const isNight = reading.is(from, "at") && reading.is(from + 1, "night");
  if (isNight) return { value: true, next: from + 2 };
  const daypart =
    reading.is(from, "in") && reading.is(from + 1, "the") ? reading.sense(from + 2, "daypart") : undefined;
  if (!daypart || daypart.value === "night" || daypart.value === "dawn") return undefined;
  return { value: daypart.value !== "morning", next: from + 2 + daypart.length };
}

function hourAt(reading: Reading, index: number): Read<number> | undefined {
  const token = reading.tokens[index];
  if (token?.kind === "digits" && token.key.length <= 2) return { value: Number(token.key), next: index + 1 };
  const word = reading.sense(index, "ones");
  return word && { value: Number(word.value), next: index + word.length };
}

function minuteAt({ tokens, is, touches }: Reading, hour: number): Read<number> | undefined {
  const minute = tokens[hour + 2];
  if (!is(hour + 1, ":", ".") || !touches(hour) || !touches(hour + 1)) return undefined;
  if (minute?.kind !== "digits" || minute.key.length !== 2 || Number(minute.key) > 59) return undefined;
  return { value: Number(minute.key), next: hour + 3 };
}

/** "오후 3시 30분", "上午10时": the half of the day stands before the hour. */
export function readCharacterClock(reading: Reading, index: number): Read<Clock> | undefined {
  const daypart = reading.sense(index, "daypart");
  const hour = numberBefore(reading, index + (daypart?.length ?? 0), "clock-hour");
  if (!hour || hour.value > 24) return undefined;
  const minute = numberBefore(reading, hour.next, "clock-minute");
  const isLate = daypart?.value === "afternoon" || daypart?.value === "evening" || daypart?.value === "night";
  const value = {
    hour: isLate && hour.value < 12 ? hour.value + 12 : hour.value % 24,
    minute: minute?.value ?? 0,
    approx: false,
  };
  return { value, next: minute?.next ?? hour.next };
}

function numberBefore(reading: Reading, index: number, kind: string): Read<number> | undefined {
  const number = readNumber(reading, index);
  const mark = number && reading.sense(number.next, kind);
  return mark && { value: number.value.value, next: number.next + mark.length };
}
