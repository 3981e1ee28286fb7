import { useState } from "react";
import { useCommands } from "../../keys/index.ts";
import { Value, wholeToText } from "../../parts/index.ts";
import { endWords, isGoing, useJobCommands, useJobs, type Job } from "./use-jobs.ts";
import "./jobs-tray.css";

/** What goes on in the background: counted progress, the best so far, Stop and Cancel. */
export function JobsTray() {
  const jobs = useJobs();
  const commands = useJobCommands();
  const [isOpen, setOpen] = useState(false);
  const going = jobs.filter(isGoing).length;
  useCommands({
    run: () => {
      setOpen(true);
      commands.run.mutate();
    },
  });
  return (
    <div className="jobs">
      <button type="button" aria-expanded={isOpen} aria-controls="jobs" onClick={() => setOpen(!isOpen)}>
        {going === 0 ? "Jobs" : `${wholeToText(going)} ${going === 1 ? "job" : "jobs"}`}
      </button>
      {isOpen && <JobsPanel jobs={jobs} commands={commands} close={() => setOpen(false)} />}
    </div>
  );
}

interface JobsPanelProps {
  readonly jobs: readonly Job[];
  readonly commands: ReturnType<typeof useJobCommands>;
  readonly close: () => void;
}

/** It lies above the page, so that Escape closes it before anything of the page. */
function JobsPanel({ jobs, commands: { run, stop, cancel }, close }: JobsPanelProps) {
  useCommands({ close });
  return (
    <section id="jobs" className="jobs-panel" aria-label="Jobs">
      <header>
        <button type="button" disabled={run.isPending} onClick={() => run.mutate()}>
          Run: bring the case up to date
        </button>
      </header>
      {run.isError && <p role="alert">{run.error.message}</p>}
      {jobs.length === 0 && <p className="second">No long work since the server started.</p>}
      <ul>
        {jobs.map((job) => (
          <JobLine key={job.id} job={job} stop={() => stop.mutate(job.id)} cancel={() => cancel.mutate(job.id)} />
        ))}
      </ul>
    </section>
  );
}

interface JobLineProps {
  readonly job: Job;
  readonly stop: () => void;
  readonly cancel: () => void;
}

function JobLine({ job, stop, cancel }: JobLineProps) {
  const { stage, done, total, what, best, bound, elapsedMs } = job.last;
  return (
    <li className="jobs-line">
      <p>
        <Value text={job.title} /> <span className="second">{endWords(job)}</span>
      </p>
      {isGoing(job) && (
        <>
          <p className="second">
            {stage} {total > 0 && `${wholeToText(Math.round(done))} of ${wholeToText(Math.round(total))}`} {what},{" "}
            {wholeToText(Math.round(elapsedMs / 1000))} s
          </p>
          {total > 0 && <progress value={done} max={total} aria-label={`${job.title}: ${stage}`} />}
          {best !== null && (
            <p>
              Best so far: {best}
              {bound !== null && <span className="second">, {bound}</span>}
            </p>
          )}
          <p className="jobs-actions">
            <button type="button" onClick={stop}>
              Stop, and keep what there is
            </button>
            <button type="button" className="button-quiet" onClick={cancel}>
              Cancel
            </button>
          </p>
        </>
      )}
    </li>
  );
}
