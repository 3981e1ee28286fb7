export type { Progress, ReadContext } from "./read-context.ts";
export { readForm } from "./read-form.ts";
