import { randomBytes, timingSafeEqual } from "node:crypto";

const cookieName = "windfall";

/** Lets in whoever holds the one-time token, which buys a cookie; the cookie lasts as long as the server. */
export class Visitors {
  private token: string | undefined = secret();
  private readonly cookie = secret();

  /** The token of the address that is printed; it works once. */
  get oneTimeToken(): string | undefined {
    return this.token;
  }

  /** Trades a token for a `Set-Cookie` header; undefined if it is not the one, or was used. */
  trade(token: string): string | undefined {
    if (this.token === undefined || !isSame(token, this.token)) return undefined;
    this.token = undefined;
    return `${cookieName}=${this.cookie}; HttpOnly; SameSite=Strict; Path=/`;
  }

  /** Whether a request's `Cookie` header holds the cookie. */
  knows(cookies: string | undefined): boolean {
    const given = cookies
      ?.split("; ")
      .find((pair) => pair.startsWith(`${cookieName}=`))
      ?.slice(cookieName.length + 1);
    return given !== undefined && isSame(given, this.cookie);
  }
}

const secret = (): string => randomBytes(32).toString("base64url");

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
