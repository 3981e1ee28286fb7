import type { z } from "zod";

/** What one route of the API takes and answers; the same schemas check, type and describe it. */
export interface RouteSchema {
  /** One sentence for the API page. */
  readonly summary: string;
  /** The parts of the path that begin with a colon. */
  readonly params?: z.ZodType;
  /** What stands behind the question mark; all of it is text. */
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Headers of its own, in small letters. */
  readonly headers?: z.ZodType;
  readonly answer: z.ZodType;
  /** The answer is a stream of server-sent events, each as `answer` says. */
  readonly isStream?: true;
}

/** Method and path, as in `GET /api/entities/:id`. */
export type RouteKey = `${"GET" | "POST" | "DELETE"} /api/${string}`;

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Given<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined;

/** What a handler is given: each part checked. */
export interface RouteInput<Route extends RouteSchema> {
  readonly params: Parsed<Route["params"]>;
  readonly query: Parsed<Route["query"]>;
  readonly body: Parsed<Route["body"]>;
  readonly headers: Parsed<Route["headers"]>;
}

/** What a caller gives. */
export interface RouteCall<Route extends RouteSchema> {
  readonly params: Given<Route["params"]>;
  readonly query: Given<Route["query"]>;
  readonly body: Given<Route["body"]>;
}

export type RouteAnswer<Route extends RouteSchema> = Immutable<z.output<Route["answer"]>>;

type Immutable<Value> = Value extends object ? { readonly [Key in keyof Value]: Immutable<Value[Key]> } : Value;
