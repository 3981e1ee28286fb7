export { writeCopies } from "./write-copies.ts";
