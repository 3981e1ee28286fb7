import type { RouteSchema } from "./contract/index.ts";

/**
 * An answer as JSON, held to what its route declares: what the schema does not name is left out, so that a handler that holds
 * more than it may tell tells no more. Throws where something declared is missing or of another kind, and names its place alone.
 */
export function answerText(key: string, { answer: schema }: RouteSchema, answer: unknown): string {
  const read = schema.safeParse(answer);
  if (read.success) return JSON.stringify(read.data);
  const wrong = read.error.issues.map(({ path, code }) => `${path.join(".") || "the whole"} (${code})`);
  throw new Error(`${key} does not answer what the contract declares: ${wrong.slice(0, 3).join(", ")}`);
}
