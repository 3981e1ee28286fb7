/** What a shape is traced with: a canvas, or the writer of an SVG path. */
export interface Tracer {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
  closePath(): void;
}

/** Corners on a circle, from the right, by shape: square, hexagon, diamond. */
const cornersOf: Readonly<Record<number, { readonly count: number; readonly turn: number }>> = {
  1: { count: 4, turn: Math.PI / 4 },
  3: { count: 6, turn: 0 },
  5: { count: 4, turn: 0 },
};

/** Traces a node's shape: disc, square, ring, hexagon, two discs for several together, diamond. */
export function traceShape(
  tracer: Tracer,
  { x, y, radius, shape }: { readonly x: number; readonly y: number; readonly radius: number; readonly shape: number },
): void {
  const corners = cornersOf[shape];
  if (!corners) {
    disc(tracer, x, y, radius);
    if (shape === 4) disc(tracer, x + radius * 0.9, y, radius * 0.7);
    return;
  }
  for (let corner = 0; corner < corners.count; corner += 1) {
    const angle = corners.turn + (corner * 2 * Math.PI) / corners.count;
    const [right, down] = [x + radius * 1.1 * Math.cos(angle), y + radius * 1.1 * Math.sin(angle)];
    if (corner === 0) tracer.moveTo(right, down);
    else tracer.lineTo(right, down);
  }
  tracer.closePath();
}

function disc(tracer: Tracer, x: number, y: number, radius: number): void {
  tracer.moveTo(x + radius, y);
  tracer.arc(x, y, radius, 0, 2 * Math.PI);
}
