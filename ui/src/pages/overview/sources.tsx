import { Link } from "wouter";
import { linkTo } from "../../app/address.ts";
import { wholeToText } from "../../parts/figures/format.ts";
import { Value } from "../../parts/value/value.tsx";
import type { FileLine } from "./answer.ts";

/** Every file by hand-over: from whom, what was read of it and what was not. */
export function Sources({ files }: { readonly files: readonly FileLine[] }) {
  if (files.length === 0)
    return (
      <section className="page-state">
        <h2>No material yet</h2>
        <p>
          <code>windfall add FOLDER</code> takes material into custody, <code>windfall run</code> reads it;{" "}
          <code>windfall sample</code> makes a case to look at.
        </p>
      </section>
    );
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">What came in</h2>
      <div className="overview-table" tabIndex={0} role="region" aria-label="Files by hand-over">
        <table>
          <thead>
            <tr>
              <th scope="col">Source, file</th>
              <th scope="col">Grade</th>
              <th scope="col">Received</th>
              <th scope="col" className="number">
                Rows
              </th>
              <th scope="col" className="number">
                Lost
              </th>
              <th scope="col" className="number">
                Faults
              </th>
              <th scope="col" className="number">
                Hidden
              </th>
              <th scope="col" className="number">
                Values
              </th>
            </tr>
          </thead>
          {byHandOver(files).map((ofHandOver) => (
            <HandOver key={ofHandOver[0]?.dataset} files={ofHandOver} />
          ))}
        </table>
      </div>
    </section>
  );
}

function HandOver({ files }: { readonly files: readonly FileLine[] }) {
  const [first] = files;
  if (!first) return null;
  return (
    <tbody>
      <tr className="overview-hand-over">
        <th scope="rowgroup">
          <Value text={first.source} /> <span className="second">{first.dataset}</span>
        </th>
        <td>{first.grade}</td>
        <td>{first.received}</td>
        <td colSpan={5} className="second">
          {first.series === null ? "" : `public list ${first.series}`}
        </td>
      </tr>
      {files.map((file) => (
        <tr key={file.file}>
          <td className="overview-file">
            <Link href={linkTo("/files", { at: `${file.dataset}/${file.file}` })}>
              <Value text={file.file} isCode />
            </Link>{" "}
            <span className="second">{file.form}</span>
          </td>
          <td />
          <td />
          <td className="number">{wholeToText(file.rowsPresent)}</td>
          <td className="number">{wholeToText(file.rowsLost)}</td>
          <td className="number">
            {file.faults === 0 ? (
              "0"
            ) : (
              <Link href={linkTo("/files", { at: `${file.dataset}/${file.file}`, panel: "faults" })}>
                {wholeToText(file.faults)}
              </Link>
            )}
          </td>
          <td className="number">{wholeToText(file.hidden)}</td>
          <td className="number">{wholeToText(file.values)}</td>
        </tr>
      ))}
    </tbody>
  );
}

function byHandOver(files: readonly FileLine[]): readonly (readonly FileLine[])[] {
  const groups = new Map<string, FileLine[]>();
  for (const file of files) groups.set(file.dataset, [...(groups.get(file.dataset) ?? []), file]);
  return [...groups.values()];
}
