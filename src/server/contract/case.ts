import { z } from "zod";

export const caseRoutes = {
  "GET /api/case": {
    summary: "The case that is open: its title, its currency, and how many minor units one unit has",
    answer: z.object({ title: z.string(), currency: z.string(), minorDigits: z.int() }),
  },
} as const;
