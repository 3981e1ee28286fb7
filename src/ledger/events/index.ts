export { clusterDocuments } from "./cluster-documents.ts";
export { compareMentions, evidenceNames, type EvidenceName, type MentionComparison } from "./compare-mentions.ts";
export { contentWords, type ContentWord } from "./content-words.ts";
export { deedsOf, type Deed } from "./event-words.ts";
export { headLemma } from "./head-lemma.ts";
export { joinMentions } from "./join-mentions.ts";
export { mentionContexts, type Mention } from "./mention-context.ts";
export { documentLikeness, weighDocuments, type WeighedDocuments } from "./weigh-documents.ts";
export { explainMentions, weighMentions } from "./weigh-mentions.ts";
