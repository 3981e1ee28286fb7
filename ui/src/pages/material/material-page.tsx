import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { callApi } from "../../api/call.ts";
import { linkTo, useAddress } from "../../app/address.ts";
import { Asked, PageFrame, Value, wholeToText } from "../../parts/index.ts";
import type { Place } from "./answer.ts";
import { FileList } from "./file-list.tsx";
import { Sheet } from "./sheet.tsx";
import "./material.css";

/** The material as it was read, at rest on the very place; without a place the files. */
export function MaterialPage() {
  const [{ at }] = useAddress();
  return at === undefined ? <FileList /> : <PlacePage at={at} />;
}

function PlacePage({ at }: { readonly at: string }) {
  const place = useQuery({
    queryKey: ["place", at],
    queryFn: ({ signal }) => callApi("GET /api/place", { query: { at } }, signal),
  });
  return (
    <PageFrame title="Material" what={at} isFilled head={place.data && <PlaceHead place={place.data} at={at} />}>
      <Asked query={place} rows={20}>
        {(place) => <Sheet key={`${place.fileNo} ${place.part}`} place={place} />}
      </Asked>
    </PageFrame>
  );
}

function PlaceHead({ place, at }: { readonly place: Place; readonly at: string }) {
  const shown = place.parts.filter(({ name }) => name !== "");
  return (
    <div className="material-head">
      <p>
        <Value text={place.source} /> <span className="second">{place.grade}</span>
        <span aria-hidden="true"> › </span>
        <Link href={linkTo("/files", { at: `${place.dataset}/${place.file}` })}>
          <Value text={`${place.dataset}/${place.file}`} isCode />
        </Link>{" "}
        <span className="second">
          {place.form}
          {place.sha256 !== null && (
            <>
              , sha256 <span title={place.sha256}>{place.sha256.slice(0, 12)}…</span>
            </>
          )}
        </span>
      </p>
      {shown.length > 1 && (
        <nav aria-label="Parts of the file" className="material-parts">
          {shown.map((part) => (
            <Link
              key={part.part}
              href={linkTo("/files", { at: partLocator(place, part.name) })}
              aria-current={part.part === place.part ? "page" : undefined}
            >
              <Value text={part.name} />{" "}
              <span className="second">
                {wholeToText(part.rowsPresent)}
                {part.visibility !== "visible" && ", hidden in the source"}
              </span>
            </Link>
          ))}
        </nav>
      )}
      <p className="material-locator second note">
        <Value text={at} isCode />
      </p>
    </div>
  );
}

/** The first row of a part, as `windfall open` takes it. */
const partLocator = ({ dataset, file }: Place, part: string): string =>
  `${dataset}/${file}#'${part.replaceAll("'", "''")}'!A1`;
