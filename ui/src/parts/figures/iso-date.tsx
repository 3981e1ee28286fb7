import { Missing } from "./missing.tsx";

/** A date at its own precision: `2014`, `2014-03`, `2014-03-04`, with the hour and minute where it has them. */
export function IsoDate({ date, missing = "no date is known" }: { date: string | null; missing?: string }) {
  if (date === null || date === "") return <Missing why={missing} />;
  const [day = "", time] = date.split("T");
  const [, clock, zone] = /^(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/u.exec(time ?? "") ?? [];
  const words = [day, clock, zone === "Z" ? "UTC" : zone].filter((word) => word !== undefined);
  return (
    <time dateTime={date} dir="ltr">
      {words.join(" ")}
    </time>
  );
}
