import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { callApi } from "../api/call.ts";
import { useReach, type Reach } from "../api/reach.ts";
import { announce } from "../parts/index.ts";
import "./reach-banner.css";

const askAgainMs = 2000;

/** Says on every page that the server is gone or no longer knows this browser, asks until it answers, and then asks all again. */
export function ReachBanner() {
  const reach = useReach();
  useReturn(reach);
  if (reach === "answers") return null;
  return (
    <p className="reach-banner" role="alert">
      <strong>{reach === "gone" ? "The server does not answer." : "The server does not know this browser."}</strong>{" "}
      {reach === "gone" ? <>Start it again with </> : <>Open the address that </>}
      <code>windfall serve --port {location.port}</code>
      {reach === "gone" ? <> and open the address that it prints</> : <> printed</>}: this page then goes on, and what
      stands in it stays.
    </p>
  );
}

/** Asks while nobody answers; what had failed, and what may be otherwise since, is then asked again. */
function useReturn(reach: Reach): void {
  const queries = useQueryClient();
  const wasAway = useRef(false);
  useEffect(() => {
    if (reach === "answers") {
      if (wasAway.current) {
        announce("The server answers again");
        void queries.invalidateQueries();
      }
      wasAway.current = false;
      return undefined;
    }
    wasAway.current = true;
    const timer = setInterval(() => void callApi("GET /api/case", {}).catch(() => undefined), askAgainMs);
    return () => clearInterval(timer);
  }, [reach, queries]);
}
