import { useCase } from "../../api/use-case.ts";
import { PageFrame } from "../../parts/index.ts";

export function Overview() {
  return <PageFrame title="Overview">{useCase()?.title}</PageFrame>;
}
