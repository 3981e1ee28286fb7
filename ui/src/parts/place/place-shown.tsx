import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState, type RefObject } from "react";
import { Link } from "wouter";
import { callApi } from "../../api/call.ts";
import { linkTo } from "../../app/address.ts";
import { Excerpt } from "../excerpt/excerpt.tsx";
import { Asked } from "../page-states/asked.tsx";
import { StateMark } from "../state-mark/state-mark.tsx";
import { Value } from "../value/value.tsx";
import "./place-shown.css";

interface PlaceShownProps {
  /** A locator, as `windfall open` takes it. */
  readonly place: string;
  /** The statement whose quoted text must stand there. */
  readonly statementId?: string;
}

/** A place of the material with its surroundings, read again from the material when it comes into view. */
export function PlaceShown({ place, statementId }: PlaceShownProps) {
  const own = useRef<HTMLDivElement>(null);
  const isSeen = useSeen(own);
  const query = useQuery({
    queryKey: ["place", place, statementId],
    queryFn: ({ signal }) =>
      callApi(
        "GET /api/places",
        { query: { at: place, ...(statementId !== undefined && { statement: statementId }) } },
        signal,
      ),
    enabled: isSeen,
    staleTime: 60_000,
  });
  return (
    <div ref={own} className="place">
      <p className="place-head note">
        <span className="place-locator mono">
          <Value text={place} isCode />
        </span>
        <Link href={linkTo("/files", { at: place })}>open</Link>
      </p>
      <Asked query={query} rows={4}>
        {({ excerpt, check, isHidden }) => (
          <>
            {!check.agrees && (
              <p className="note">
                <StateMark state="fault" word={check.words} />
              </p>
            )}
            <Excerpt place={place} excerpt={excerpt} />
            {isHidden && <p className="second note">The place is hidden in the source.</p>}
          </>
        )}
      </Asked>
    </div>
  );
}

/** Whether an element has come into view, once. */
function useSeen(element: RefObject<HTMLElement | null>): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (!element.current || isSeen) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setSeen(true),
      { rootMargin: "200px" },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, isSeen]);
  return isSeen;
}
