import { Link } from "wouter";
import { Value } from "../../parts/value/value.tsx";
import type { Entity } from "./answer.ts";

/** Who stands at the other end of each relation, in what part. */
export function Relations({ relations }: { readonly relations: Entity["relations"] }) {
  if (relations.length === 0) return <p className="second">No relation but payments is recorded.</p>;
  return (
    <div className="entity-table" tabIndex={0} role="region" aria-label="Relations">
      <table>
        <thead>
          <tr>
            <th scope="col">Relation</th>
            <th scope="col">Who</th>
            <th scope="col">As</th>
            <th scope="col">Details</th>
            <th scope="col">Hand-over</th>
          </tr>
        </thead>
        <tbody>
          {relations.map((relation) => (
            <tr key={`${relation.edgeId} ${relation.otherId}`}>
              <th scope="row">{relation.schema}</th>
              <td>
                <Link href={`/entities/${encodeURIComponent(relation.otherId)}`}>
                  <Value text={relation.otherCaption} />
                </Link>
              </td>
              <td className="second">{relation.otherRole}</td>
              <td>
                {relation.details.map(({ prop, value }, index) => (
                  <span key={`${prop} ${value}`}>
                    {index > 0 && "; "}
                    <span className="second">{prop}</span> <Value text={value} />
                  </span>
                ))}
              </td>
              <td className="second">{relation.dataset}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
