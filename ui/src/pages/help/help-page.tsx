import { useQuery } from "@tanstack/react-query";
import { callApi } from "../../api/call.ts";
import { KeyShown, keyTable, switchSingleKeys, useSingleKeys, type KeyEntry, type KeyGroup } from "../../keys/index.ts";
import { Asked, PageFrame, StateMark } from "../../parts/index.ts";
import "./help.css";

const groupNames: Readonly<Record<KeyGroup, string>> = {
  everywhere: "Everywhere",
  lists: "Lists",
  evidence: "Evidence",
  review: "Review",
  network: "Network",
};

const marks: readonly (readonly [string, string])[] = [
  ["corroborated", "two or more independent sources say so"],
  ["contradicted", "sources say what cannot both hold"],
  ["one-source", "a single source says so"],
  ["new", "not held before the last hand-over"],
  ["sealed", "the source is protected: its name is nowhere in these pages"],
  ["unknown-source", "nobody knows who said it: it counts as no source"],
  ["fault", "could not be read, or does not agree with what was read"],
];

/** Every key, every mark, and what a filter can say. */
export function HelpPage() {
  const groups = Object.entries(groupNames) as [KeyGroup, string][];
  return (
    <PageFrame title="Help" what="Keys, marks and filters">
      <div className="help">
        <SingleKeys />
        <div className="help-columns">
          {groups.map(([group, name]) => (
            <Keys key={group} name={name} entries={keyTable.filter((entry) => entry.group === group)} />
          ))}
          <section>
            <h2>Marks</h2>
            <dl className="help-list">
              {marks.map(([state, meaning]) => (
                <div key={state}>
                  <dt>
                    <StateMark state={state} />
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          </section>
        </div>
        <Filters />
      </div>
    </PageFrame>
  );
}

const Keys = ({ name, entries }: { readonly name: string; readonly entries: readonly KeyEntry[] }) => {
  const shown = entries.filter(({ keys }) => keys.length > 0);
  if (shown.length === 0) return null;
  return (
    <section>
      <h2>{name}</h2>
      <dl className="help-list">
        {shown.map(({ id, keys, label }) => (
          <div key={id}>
            <dt>
              {keys.map((key) => (
                <KeyShown key={key} keys={key} />
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

function SingleKeys() {
  const isOn = useSingleKeys();
  return (
    <label className="help-switch">
      <input type="checkbox" checked={isOn} onChange={(event) => switchSingleKeys(event.target.checked)} />
      Keys without Ctrl are commands
    </label>
  );
}

function Filters() {
  const query = useQuery({
    queryKey: ["filter-keys"],
    queryFn: ({ signal }) => callApi("GET /api/filter-keys", {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <section>
      <h2>What a filter can say</h2>
      <p className="second">
        Terms stand side by side and all must hold; values parted by commas are alternatives; a minus before a term
        turns it round; words in quotation marks stand together.
      </p>
      <Asked query={query} rows={6}>
        {(lists) => (
          <div className="help-columns">
            {lists.map(({ list, keys }) => (
              <section key={list}>
                <h3>{list}</h3>
                <dl className="help-list">
                  {keys.map(({ key, meaning, forms }) => (
                    <div key={key}>
                      <dt className="mono">{key}:</dt>
                      <dd>
                        {meaning}
                        {forms.length > 0 && <div className="second note">{forms.join("   ")}</div>}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
        )}
      </Asked>
    </section>
  );
}
