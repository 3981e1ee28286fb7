import type { ReactNode } from "react";
import { Value } from "../../parts/index.ts";
import type { Block } from "./answer.ts";

interface DrawingProps {
  readonly drawing: Extract<Block, { kind: "drawing" }>;
  readonly cites: ReactNode;
}

/** A drawing of the brief as a picture: nothing in it can run. The table near it holds the same. */
export function Drawing({ drawing, cites }: DrawingProps) {
  return (
    <figure className="brief-drawing">
      <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing.svg)}`} alt={drawing.caption} />
      <figcaption>
        <Value text={drawing.caption} most={2000} /> {cites}
      </figcaption>
    </figure>
  );
}
