// What people write is shown as it may be told: these stand in the place of those of the room `views`.
export * from "../views/index.ts";
export { hypothesisLines, judgementLines, noteLines, notesAbout, notesOfEvents } from "./told-lines.ts";
