import type { Read, Reading } from "../words/reading.ts";
import type { Clock } from "./point.ts";

/** A time of day: "at about 4 a.m.", "16:30", "4.30 p.m.", "0430 hours"; the words before the number belong to it. Beside a day "7.15" is one too. */
export function readClock(reading: Reading, index: number, isDated = false): Read<Clock> | undefined {
  let from = index;
  let approx = false;
  if (reading.is(from, "at")) from += 1;
  const about = reading.sense(from, "approx") ?? (reading.is(from, "before", "after") ? { length: 1 } : undefined);
  if (about) {
    approx = true;
    from += about.length;
  }
  const time = readTime(reading, from, isDated);
  return time && { value: { ...time.value, approx }, next: time.next };
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
  const isColon = reading.is(hour.next, ":") || (isDated && minute !== undefined);
  const clock = reading.sense(next, "clock");
  if (hour.value > 23 || (!isColon && !clock?.value) || (!minute && !reading.is(next, "o'clock", "o")))
    return undefined;
  return { value: { hour: hour.value, minute: minute?.value ?? 0 }, next: next + (clock?.length ?? 0) };
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
