import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { Suspense, useEffect } from "react";
import { Route, Switch } from "wouter";
import { ApiError } from "../api/call.ts";
import { listenToKeys } from "../keys/index.ts";
import { Empty, Loading, PageFrame, PanelBoundary } from "../parts/index.ts";
import { routes } from "./routes.tsx";
import { Shell } from "./shell.tsx";

/** What the server refused stays refused: only an unanswered question is asked again. */
const queries = new QueryClient({
  defaultOptions: {
    queries: {
      refetchOnWindowFocus: false,
      retry: (count, error) => !(error instanceof ApiError) && count < 2,
    },
  },
});

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
