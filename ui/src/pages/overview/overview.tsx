import { useQuery } from "@tanstack/react-query";
import { callApi } from "../../api/call.ts";

export function Overview() {
  const { data } = useQuery({ queryKey: ["case"], queryFn: ({ signal }) => callApi("GET /api/case", {}, signal) });
  return <h1>{data?.title}</h1>;
}
