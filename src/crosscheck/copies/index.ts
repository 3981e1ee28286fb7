export { addCopies } from "./add-copies.ts";
