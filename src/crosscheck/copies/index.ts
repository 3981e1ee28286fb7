export { addCopies } from "./add-copies.ts";
export { findCopyGroups, type CopyGroup, type CopyLink } from "./copy-groups.ts";
