import { useEffect, useRef, useState } from "react";
import type { OwnQuestion } from "./question.ts";
import { monthsBetween } from "./months.ts";

interface TimeSpanProps {
  readonly own: OwnQuestion;
  /** As `2013-01..2016-07`. */
  readonly span: string | undefined;
  readonly onChange: (span: string | undefined) => void;
}

/** A thumb that is moved by keys rests so long after the last one. */
const restsAfterMs = 400;

/** Two thumbs over the money of each month. The question is asked anew when a thumb comes to rest. */
export function TimeSpan({ own, span, onChange }: TimeSpanProps) {
  const months = monthsBetween(own.months.map(({ month }) => month));
  const last = months.length - 1;
  const asked = span ?? own.between?.join("..");
  const at = (side: 0 | 1): number => {
    const month = asked?.split("..")[side]?.slice(0, 7);
    const place = month === undefined ? -1 : months.indexOf(month);
    return place >= 0 ? place : side === 0 ? 0 : last;
  };
  const [held, setHeld] = useState<readonly [number, number]>([at(0), at(1)]);
  useEffect(() => setHeld([at(0), at(1)]), [asked, last]); // oxlint-disable-line react-hooks/exhaustive-deps
  if (last < 1) return null;
  const rest = () => {
    const isWhole = held[0] === 0 && held[1] === last;
    if (held[0] === at(0) && held[1] === at(1)) return;
    onChange(
      isWhole ? (own.between ? `${months[0]}..${months[last]}` : undefined) : `${months[held[0]]}..${months[held[1]]}`,
    );
  };
  const restSoon = useLater(rest);
  const thumb = (side: 0 | 1, label: string) => (
    <input
      type="range"
      aria-label={label}
      aria-valuetext={months[held[side]]}
      min={0}
      max={last}
      value={held[side]}
      onChange={(event) => {
        const value = Number(event.target.value);
        setHeld(side === 0 ? [Math.min(value, held[1]), held[1]] : [held[0], Math.max(value, held[0])]);
      }}
      onPointerUp={rest}
      onKeyUp={restSoon}
      onBlur={rest}
    />
  );
  return (
    <fieldset className="time-span">
      <legend>
        Between {months[held[0]]} and {months[held[1]]}
      </legend>
      <Bars own={own} months={months} held={held} />
      {thumb(0, "First month")}
      {thumb(1, "Last month")}
    </fieldset>
  );
}

interface BarsProps {
  readonly own: OwnQuestion;
  readonly months: readonly string[];
  readonly held: readonly [number, number];
}

/** The money of each month, by the root of its amount, so that small months show beside large ones. */
function Bars({ own, months, held }: BarsProps) {
  const most = Math.max(1, ...own.months.map(({ minor }) => minor));
  const bars = own.months.map(({ month, minor }) => ({ place: months.indexOf(month), share: Math.sqrt(minor / most) }));
  return (
    <svg viewBox={`0 0 ${months.length} 1`} preserveAspectRatio="none" aria-hidden="true">
      {bars.map(({ place, share }) => (
        <rect
          key={place}
          className={place >= held[0] && place <= held[1] ? "bar bar-in" : "bar"}
          x={place + 0.1}
          width={0.8}
          y={1 - share}
          height={share}
        />
      ))}
    </svg>
  );
}

/** The work as it is by then, a moment after the last call. */
function useLater(work: () => void): () => void {
  const latest = useRef(work);
  latest.current = work;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  return () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latest.current(), restsAfterMs);
  };
}
