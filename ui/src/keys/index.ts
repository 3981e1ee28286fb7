export {
  listenToKeys,
  runCommand,
  switchSingleKeys,
  useCommands,
  useGivenCommands,
  useSingleKeys,
} from "./commands.ts";
export { KeyShown } from "./key-shown.tsx";
export { keyTable, type CommandId, type KeyEntry, type KeyGroup } from "./key-table.ts";
export type { Commands } from "./commands.ts";
