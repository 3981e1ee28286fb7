import { guardedNames } from "../views/index.ts";
import type { OpenCase } from "./open-case.ts";

/** How words that people write in a case are shown. */
export interface WordsTelling {
  /** Whether words tell of people in flight or name one of them. */
  isGuarded(words: string): boolean;
  /** Such words in countries and months; others as they are. */
  told(words: string): string;
}

/** What people write of people in flight is shown as what documents say of them: it is kept as it was written. */
export async function wordsTelling(open: OpenCase): Promise<WordsTelling> {
  const { tellerOf } = await import("../ledger/index.ts");
  const names = await guardedNames(open);
  const tell = tellerOf(new Map(names.map(({ name, isSure }) => [name, isSure])));
  return { isGuarded: (words) => tell(words) !== undefined, told: (words) => tell(words) ?? words };
}
