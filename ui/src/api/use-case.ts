import { useQuery } from "@tanstack/react-query";
import { callApi } from "./call.ts";

/** The case that is open; undefined until the server has said. */
export const useCase = () =>
  useQuery({
    queryKey: ["case"],
    queryFn: ({ signal }) => callApi("GET /api/case", {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
