/** A module to be started in a worker thread or a child process, and the flags Node needs to load it. */
export interface SiblingModule {
  readonly url: URL;
  readonly execArgv: string[];
}

/**
 * Finds the module `name` beside the caller, in the form in which the caller itself runs: the compiled `.js`, or the
 * `.ts` source with its loader during development. `from` is the caller's `import.meta.url`.
 */
export function siblingModule(name: string, from: string): SiblingModule {
  const isSource = from.endsWith(".ts");
  return {
    url: new URL(`${name}${isSource ? ".ts" : ".js"}`, from),
    execArgv: isSource ? ["--import", "tsx"] : [],
  };
}
