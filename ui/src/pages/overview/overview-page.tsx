import { useQuery } from "@tanstack/react-query";
import { overviewQuestions } from "../../api/overview-questions.ts";
import { Asked } from "../../parts/page-states/asked.tsx";
import { PageFrame } from "../../parts/page-frame/page-frame.tsx";
import { Chokepoints } from "./chokepoints.tsx";
import { CrossCheck } from "./cross-check.tsx";
import { Faults } from "./faults.tsx";
import { LatestChanges } from "./latest-changes.tsx";
import { MoneySeen } from "./money-seen.tsx";
import { Sources } from "./sources.tsx";
import "./overview.css";

/** What came in, what could not be read, what follows. */
export function OverviewPage() {
  const overview = useQuery(overviewQuestions.overview);
  const files = useQuery(overviewQuestions.files);
  const faults = useQuery(overviewQuestions.faults);
  return (
    <PageFrame title="Overview">
      <div className="overview">
        <Asked query={overview} rows={8}>
          {({ figures, latest, advice, isUpToDate }) => (
            <div className="overview-figures">
              {!isUpToDate && (
                <p className="overview-stale" role="status">
                  The case has changed since the last run: run it to see what follows (Ctrl-K, Run).
                </p>
              )}
              <CrossCheck figures={figures} />
              <LatestChanges latest={latest} />
              <MoneySeen figures={figures} />
              <Chokepoints advice={advice} />
            </div>
          )}
        </Asked>
        <Asked query={files} rows={8}>
          {({ files }) => <Sources files={files} />}
        </Asked>
        <Asked query={faults} rows={4}>
          {({ groups }) => <Faults groups={groups} />}
        </Asked>
      </div>
    </PageFrame>
  );
}
