import { groupBy } from "../base/index.ts";
import type { views } from "../casefile/index.ts";
import { shown } from "./show.ts";

/** The answers of an interview sheet, session by session: who speaks, what was asked and answered, and how he knows. */
export const interviewLines = (answers: readonly views.InterviewLine[]): string[] =>
  [...groupBy(answers, sessionWords)].flatMap(([session, own]) => [session, ...own.flatMap(answerLines)]);

const sessionWords = ({ session, day, speaker, interpreter }: views.InterviewLine): string => {
  const head = [session === "" ? "no session is named" : `session ${session}`, ...(day === null ? [] : [day])];
  const who = speaker === "" ? "nobody is named as the speaker" : speaker;
  return shown(`${head.join(", ")}: ${who}${interpreter === null ? "" : `, through the interpreter ${interpreter}`}`);
};

function answerLines({ row, topic, question, answer, basis, toldBy }: views.InterviewLine): string[] {
  const asked = [topic, question].filter((text) => text !== null).join(": ");
  const margin = " ".repeat(7);
  return [
    ...(asked === "" ? [] : [`${margin}${shown(asked)}`]),
    `${String(row).padStart(5)}  ${shown(answer)}`,
    `${margin}(${shown(basisWords(basis, toldBy))})`,
  ];
}

/** How the speaker knows an answer, in words. */
function basisWords(basis: views.InterviewLine["basis"], toldBy: readonly string[]): string {
  switch (basis) {
    case "saw":
      return "saw it";
    case "told":
      return toldBy.length === 0 ? "was told, it is not said by whom" : `told by ${toldBy.join(", who had it from ")}`;
    case "read":
      return toldBy.length === 0 ? "read it, it is not said where" : `read in ${toldBy.join(", which had it from ")}`;
    case "guesses":
      return "a guess: it corroborates nothing";
    case "unknown":
      return "how the speaker knows it is not said";
  }
}
