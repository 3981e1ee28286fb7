import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { Suspense, useEffect } from "react";
import { Route, Switch } from "wouter";
import { askOverview } from "../api/overview-questions.ts";
import { listenToKeys } from "../keys/index.ts";
import { Empty, Loading, PageFrame, PanelBoundary } from "../parts/index.ts";
import { routes } from "./routes.tsx";
import { Shell } from "./shell.tsx";

/**
 * Nothing is asked again by itself: what the server refused stays refused, and when it is back after it was gone all is.
 * The server is on this machine, so that no network is needed to ask it.
 */
const queries = new QueryClient({
  defaultOptions: {
    queries: { networkMode: "always", refetchOnWindowFocus: false, refetchOnReconnect: false, retry: false },
    mutations: { networkMode: "always" },
  },
});

// Most visits begin on the first page: what it asks is on its way while the page itself is loaded.
if (location.pathname === "/") askOverview(queries);

/** The whole workbench. */
export function App() {
  useEffect(listenToKeys, []);
  return (
    <QueryClientProvider client={queries}>
      <Shell>
        <Suspense fallback={<Loading rows={6} />}>
          <Switch>
            {routes.map(({ path, Page }) => (
              <Route key={path} path={path}>
                <PanelBoundary>
                  <Page />
                </PanelBoundary>
              </Route>
            ))}
            <Route>
              <NoSuchPage />
            </Route>
          </Switch>
        </Suspense>
      </Shell>
    </QueryClientProvider>
  );
}

const NoSuchPage = () => (
  <PageFrame title="No such page">
    <Empty>
      <p>
        The workbench has no page <code>{location.pathname}</code>; the navigation lists those that there are.
      </p>
    </Empty>
  </PageFrame>
);
