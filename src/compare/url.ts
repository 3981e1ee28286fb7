import { differs, missing, missingLevel, type Comparison } from "./comparison.ts";

/** A web address ready to be compared. */
export interface WebAddress {
  readonly host: string;
  readonly path: string;
}

/** Web addresses, without regard to http or https, "www.", a closing slash and capitals of the host. */
export const url: Comparison<WebAddress> = {
  name: "url",
  types: ["url"],
  levels: [
    missingLevel,
    { level: differs, label: "different", sentence: "The web addresses are different." },
    { level: 3, label: "same site", sentence: "The web addresses are pages of one site." },
    { level: 4, label: "same", sentence: "Both give the same web address." },
  ],
  prepare(value) {
    const plain = value
      .trim()
      .replace(/^[a-z][a-z0-9+.-]*:\/\//iu, "")
      .replace(/^www\d?\./iu, "");
    const slash = plain.search(/[/?#]/u);
    const host = slash < 0 ? plain : plain.slice(0, slash);
    return {
      host: host.toLowerCase().replace(/:(?:80|443)$/u, ""),
      path: slash < 0 ? "" : plain.slice(slash).replace(/\/+$/u, "").replace(/#.*$/u, ""),
    };
  },
  compare(left, right) {
    if (left.host === "" || right.host === "") return missing;
    if (left.host !== right.host) return differs;
    return left.path === right.path ? 4 : 3;
  },
};
