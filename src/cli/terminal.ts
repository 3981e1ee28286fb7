import { createInterface } from "node:readline/promises";

/** Asks on the terminal. */
export interface Terminal {
  /** The line that a person answers; undefined once the terminal is closed by Ctrl-C or Ctrl-D. */
  ask(text: string): Promise<string | undefined>;
  close(): void;
}

/** Opens the terminal for questions. */
export function openTerminal(): Terminal {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  let isClosed = false;
  const closed = new Promise<undefined>((resolve) =>
    terminal.once("close", () => {
      isClosed = true;
      resolve(undefined);
    }),
  );
  terminal.once("SIGINT", () => terminal.close());
  return {
    ask: (text) => (isClosed ? closed : Promise.race([terminal.question(text), closed])),
    close: () => terminal.close(),
  };
}

/** Asks until one of the keys is answered. */
export async function askKey(terminal: Terminal, text: string, keys: readonly string[]): Promise<string | undefined> {
  for (;;) {
    const key = (await terminal.ask(text))?.trim().toLowerCase();
    if (key === undefined || keys.includes(key)) return key;
  }
}
