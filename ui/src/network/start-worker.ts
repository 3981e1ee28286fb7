/** The part of Trusted Types that is used here; TypeScript's DOM has none yet. */
interface ScriptUrls {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): string;
  };
}

const trusted = (globalThis as { trustedTypes?: ScriptUrls }).trustedTypes;

/** The one policy of the workbench: a script may come from its own assets and from nowhere else. */
const policy = trusted?.createPolicy("windfall", {
  createScriptURL: (url) => {
    const { origin, pathname } = new URL(url, location.href);
    const isOwn = origin === location.origin && (pathname.startsWith("/assets/") || import.meta.env.DEV);
    if (!isOwn) throw new TypeError(`${url} is no script of the workbench`);
    return url;
  },
});

/** Starts a worker from an address that Vite gives (`import url from "./x.worker.ts?worker&url"`). */
export const startWorker = (url: string): Worker =>
  new Worker(policy ? policy.createScriptURL(url) : url, { type: "module" });
