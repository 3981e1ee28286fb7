import { boolean, integer, text, type Database, type Sql } from "../store/index.ts";
import type { PaymentLink } from "./group-mentions.ts";

/** The links that a query gives (left, right, joinedBy, isWithinBook, isAmountUnsaid), in its order. */
export const readLinks = (database: Database, query: Sql): Promise<PaymentLink[]> =>
  database.rows(query, {
    left: integer,
    right: integer,
    joinedBy: text,
    isWithinBook: boolean,
    isAmountUnsaid: boolean,
  });
