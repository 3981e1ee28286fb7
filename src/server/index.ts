export { serveCase, type Serving } from "./serve-case.ts";
