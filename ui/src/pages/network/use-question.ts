import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { callApi } from "../../api/call.ts";
import type { Answer } from "../../api/answers.ts";
import type { Address } from "../../app/address.ts";
import type { Additions } from "./net.ts";
import { questionOf } from "./question.ts";

export type Block = Answer<"POST /api/network/block">;
export type BlockSet = Block["sets"][number];
export type Weighed = Answer<"POST /api/network/weigh">;

/** So many nodes are drawn at first; a button draws more. */
export const drawnAtFirst = 70;

/** What the case asks by itself. */
export const useOwnQuestion = () =>
  useQuery({
    queryKey: ["network"],
    queryFn: ({ signal }) => callApi("GET /api/network", {}, signal),
    staleTime: 60_000,
  });

/** The money of the address's question, as the address has it drawn. */
export function useWays(address: Address, most: number, isOn: boolean) {
  const body = { question: questionOf(address), most, ...drawnAs(address) };
  return useQuery({
    queryKey: ["network", "ways", body],
    queryFn: ({ signal }) => callApi("POST /api/network/ways", { body }, signal),
    enabled: isOn,
    placeholderData: keepPreviousData,
  });
}

/** The same with bundles where some were taken out of theirs. */
export function useOpened(address: Address, most: number, { opened, nodes }: Additions, isBundled: boolean) {
  const apart = nodes.filter(({ several }) => several === null).map(({ id }) => id);
  const body = { question: questionOf(address), most, as: "bundles" as const, opened, apart };
  return useQuery({
    queryKey: ["network", "opened", body],
    queryFn: ({ signal }) => callApi("POST /api/network/ways", { body }, signal),
    enabled: isBundled && (apart.length > 0 || Object.keys(opened).length > 0),
    placeholderData: keepPreviousData,
  });
}

/** How the money of a question is drawn, as an address may say. */
export const drawings = ["largest", "bundles", "all"] as const;

function drawnAs({ draw }: Address): { as?: (typeof drawings)[number] } {
  const as = drawings.find((each) => each === draw);
  return as ? { as } : {};
}

/** The best sets of the address's question, at the reroute factors of the case; the search ends with the best so far when it is stopped. */
export function useBlock(address: Address, budget: number, isOn: boolean) {
  const body = { ...questionOf(address), budget };
  return useQuery({
    queryKey: ["network", "block", body],
    queryFn: ({ signal }) => callApi("POST /api/network/block", { body }, signal),
    enabled: isOn,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}

/** The same in the order of time: money stays so many days at least; undefined: nothing is asked. */
export function useBlockInTime(address: Address, budget: number, leastStayDays: number | undefined) {
  const body = {
    ...questionOf(address),
    budget,
    inTime: leastStayDays === undefined ? null : { leastStayDays },
  };
  return useQuery({
    queryKey: ["network", "block", body],
    queryFn: ({ signal }) => callApi("POST /api/network/block", { body }, signal),
    enabled: leastStayDays !== undefined,
    staleTime: Infinity,
    retry: false,
  });
}

/** What blocking these does, without a search. */
export function useWeighed(
  address: Address,
  asked: {
    readonly members: readonly string[];
    readonly rhoQuarters: number;
    readonly most: number;
    readonly isOn: boolean;
  },
) {
  const question = questionOf(address);
  const { members, rhoQuarters, most, isOn } = asked;
  return useQuery({
    queryKey: ["network", "weigh", question, members, rhoQuarters, most],
    queryFn: ({ signal }) =>
      callApi(
        "POST /api/network/weigh",
        { body: { question, members: [...members], drawnRhoQuarters: rhoQuarters, most } },
        signal,
      ),
    enabled: isOn,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}

/** How far the search is, asked while it runs. */
export function useSearching(isOn: boolean) {
  const client = useQueryClient();
  const searching = useQuery({
    queryKey: ["network", "search"],
    queryFn: ({ signal }) => callApi("GET /api/network/search", {}, signal),
    enabled: isOn,
    refetchInterval: isOn ? 400 : false,
    gcTime: 0,
  });
  const isSearching = searching.data?.isSearching === true;
  // A search is a job: the jobs of the bar are read again when one has begun.
  useEffect(() => {
    if (isSearching) void client.invalidateQueries({ queryKey: ["jobs"] });
  }, [client, isSearching]);
  return searching;
}

export function useStopSearch(): () => void {
  const client = useQueryClient();
  return () =>
    void callApi("DELETE /api/network/search", {}).then(() =>
      client.invalidateQueries({ queryKey: ["network", "search"] }),
    );
}

/** The set that is advised for a budget at a stop; 0: over all of them. */
export const setAt = (block: Block | undefined, budget: number, rhoQuarters: number): BlockSet | undefined =>
  block?.sets.find((set) => set.budget === budget && set.rhoQuarters === rhoQuarters);
