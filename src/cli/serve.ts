import { once } from "node:events";
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
        const serving = await serveCase(open, countOption(input, "port", { least: 0, most: 65_535 }) ?? 0);
        process.stdout.write(`workbench    ${serving.address}\n`);
        if (!stop.aborted) await once(stop, "abort");
        await serving.close();
        return { exit: 0, lines: [], data: null };
      }),
    ),
};
