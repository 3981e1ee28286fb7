import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { Contract, RouteAnswer } from "../../../../src/server/contract/index.ts";
import { callApi } from "../../api/call.ts";
import { announce } from "../../parts/index.ts";

export type Job = RouteAnswer<Contract["GET /api/jobs"]>[number];
type JobEvent = Job["last"];

const jobsKey = ["jobs"];

/** Whether a job still goes on. */
export const isGoing = ({ last: { state } }: Job): boolean =>
  state === "waiting" || state === "running" || state === "stopping";

/** Another window may start a job; and who only reads learns in this time that the server is gone. */
const askAgainMs = 5000;

/** Every job since the server started, the latest first, followed as they go on. */
export function useJobs(): readonly Job[] {
  const jobs = useQuery({
    queryKey: jobsKey,
    queryFn: ({ signal }) => callApi("GET /api/jobs", {}, signal),
    refetchInterval: askAgainMs,
    refetchOnWindowFocus: true,
  });
  const going = (jobs.data ?? []).filter(isGoing).map(({ id }) => id);
  useFollowed(going.join(" "));
  useEnds(jobs.data);
  return jobs.data ?? [];
}

/** Starts a run, stops a job with what it has, cancels it. */
export function useJobCommands() {
  const queries = useQueryClient();
  const renew = () => queries.invalidateQueries({ queryKey: jobsKey });
  const run = useMutation({
    mutationFn: () => callApi("POST /api/jobs", { body: { kind: "run" as const } }),
    onSuccess: () => {
      announce("The case is brought up to date");
      return renew();
    },
    onError: ({ message }) => announce(message),
  });
  const stop = useMutation({
    mutationFn: (id: string) => callApi("POST /api/jobs/:id/stop", { params: { id } }),
    onSuccess: renew,
  });
  const cancel = useMutation({
    mutationFn: (id: string) => callApi("DELETE /api/jobs/:id", { params: { id } }),
    onSuccess: renew,
  });
  return { run, stop, cancel };
}

/** Listens to the events of the jobs that go on; the browser itself asks again from the last event where the line broke. */
function useFollowed(going: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    const streams = going.split(" ").flatMap((id) => (id === "" ? [] : [followed(id)]));
    function followed(id: string): EventSource {
      const stream = new EventSource(`/api/jobs/${encodeURIComponent(id)}/events`);
      stream.addEventListener("message", ({ data }: MessageEvent<string>) => {
        const last: JobEvent = JSON.parse(data);
        queries.setQueryData<readonly Job[]>(jobsKey, (jobs) =>
          jobs?.map((job) => (job.id === id ? { ...job, last } : job)),
        );
        if (!["waiting", "running", "stopping"].includes(last.state))
          void queries.invalidateQueries({ queryKey: jobsKey });
      });
      return stream;
    }
    return () => {
      for (const stream of streams) stream.close();
    };
  }, [going, queries]);
}

/** When the case has been run, whoever started it, everything that is shown may be otherwise; a search changes nothing. */
function useEnds(jobs: readonly Job[] | undefined): void {
  const queries = useQueryClient();
  const known = useRef<ReadonlySet<string>>(undefined);
  useEffect(() => {
    if (!jobs) return;
    const before = known.current;
    const all = jobs.filter((job) => !isGoing(job));
    known.current = new Set(all.map(({ id }) => id));
    const ended = before ? all.filter(({ id }) => !before.has(id)) : [];
    if (ended.length === 0) return;
    announce(ended.map((job) => `${job.title}: ${endWords(job)}`).join("; "));
    if (ended.every(({ kind }) => kind !== "run")) return;
    void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== jobsKey[0] });
  }, [jobs, queries]);
}

/** How a job ended, or how it stands. */
export const endWords = ({ last: { state, words } }: Job): string =>
  words === null ? stateWords[state] : `${stateWords[state]}: ${words}`;

const stateWords: Readonly<Record<JobEvent["state"], string>> = {
  waiting: "waits for another that writes",
  running: "goes on",
  stopping: "is being stopped",
  done: "done",
  failed: "failed",
  cancelled: "cancelled",
};
