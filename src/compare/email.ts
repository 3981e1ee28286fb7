import { differs, missing, missingLevel, type Comparison } from "./comparison.ts";

/** An e-mail address ready to be compared. */
export interface EmailAddress {
  readonly local: string;
  readonly domain: string;
}

const localMin = 6;

/** E-mail addresses, without regard to capitals and to a tag after "+". */
export const email: Comparison<EmailAddress | undefined> = {
  name: "email",
  types: ["email"],
  levels: [
    missingLevel,
    { level: differs, label: "different", sentence: "The e-mail addresses are different." },
    {
      level: 3,
      label: "same user name",
      sentence: "The e-mail addresses have the same user name at different providers.",
    },
    { level: 4, label: "same", sentence: "Both give the same e-mail address." },
  ],
  prepare(value) {
    const [local = "", domain = "", more] = value
      .trim()
      .toLowerCase()
      .replace(/^mailto:/u, "")
      .split("@");
    if (local === "" || domain === "" || more !== undefined) return undefined;
    const plain = local.replace(/\+.*$/u, "") || local;
    return {
      local: domain === "gmail.com" || domain === "googlemail.com" ? plain.replaceAll(".", "") : plain,
      domain: domain.replace("googlemail.com", "gmail.com"),
    };
  },
  compare(left, right) {
    if (left === undefined || right === undefined) return missing;
    if (left.local !== right.local) return differs;
    if (left.domain === right.domain) return 4;
    return left.local.length >= localMin ? 3 : differs;
  },
};
