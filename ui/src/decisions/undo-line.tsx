import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useCommands } from "../keys/index.ts";
import { announce, Failed } from "../parts/index.ts";
import { takeAgain, takeBack } from "./sitting.ts";

/** What decisions are shown in: read again when one was taken back or taken again. */
const shownIn = new Set(["decisions", "claims-to-review", "entity", "entity-mentions", "join"]);

/** Gives Ctrl-Z and Ctrl-Shift-Z to a page on which decisions are taken, and says what they did. */
export function UndoLine() {
  const queries = useQueryClient();
  const [said, setSaid] = useState<string>();
  const [error, setError] = useState<unknown>();
  const answer = async (work: () => Promise<string>): Promise<void> => {
    setError(undefined);
    try {
      const words = await work();
      setSaid(words);
      announce(words);
    } catch (cause) {
      setSaid(undefined);
      setError(cause);
    }
    await queries.invalidateQueries({ predicate: ({ queryKey }) => shownIn.has(String(queryKey[0])) });
  };
  useCommands({ undo: () => void answer(() => takeBack()), redo: () => void answer(takeAgain) });
  if (error !== undefined) return <Failed error={error} />;
  return said === undefined ? null : <p className="second">{said}.</p>;
}
