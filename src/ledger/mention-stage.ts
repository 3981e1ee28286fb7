import type { Stage } from "../store/index.ts";

/**
 * Finds names of people, organisations and vessels of the case in its documents, in any script and spelling, and proposes each as
 * a mention: nothing rests on one. What too many bear, what is a word like others, and names beside somebody in flight are not
 * proposed and are counted; closed contacts of a phone are not looked for.
 */
export const mentionStage: Stage = {
  name: "mentions",
  codeVersion: "3",
  reads: ["passage", "statement", "bystander", "cluster", "judgement", "guarded_text"],
  writes: ["mention", "skipped_mention"],
  run: async (context) => {
    const { writeMentions } = await import("./mentions/write-mentions.ts");
    await writeMentions(context);
  },
};
