import { once } from "node:events";
import { isUpToDate } from "../casefile/index.ts";
import { countOption, type Verb } from "./verb.ts";

export const serveVerb: Verb = {
  usage: "serve",
  summary: "show the case in a browser: serves it on this machine alone and prints the address, until Ctrl-C",
  example: "windfall serve --case cases/harbour",
  options: [["--port <n>", "the port on loopback (default: one that is free)"]],
  run: (input) =>
    input.inCase((open) =>
      input.untilStopped(async (stop) => {
        const { serveCase } = await import("../server/index.ts");
        // Before the address is told: the first page asks it too, and then has not to wait for the stages' code.
        const isCurrent = await isUpToDate(open);
        const serving = await serveCase(open, { port: countOption(input, "port", { least: 0, most: 65_535 }) ?? 0 });
        process.stdout.write(`workbench    ${serving.address}\n             ${howToUse}\n`);
        if (!isCurrent)
          process.stdout.write(
            `not up to date: "Run" in the workbench brings the case up to date, as windfall run does\n`,
          );
        if (!stop.aborted) await once(stop, "abort");
        await serving.close();
        return { exit: 0, lines: ["the workbench is closed; every decision is in the case"], data: null };
      }, "closing the workbench; work that goes on is called off, and what it committed is kept"),
    ),
};

const howToUse = "open it within this machine: it works once, in one browser; Ctrl-C closes the workbench";
