import { Link } from "wouter";
import { linkTo } from "../../app/address.ts";
import { bitsToText, InPassage, tierWords, Value } from "../../parts/index.ts";
import type { Mention } from "./answer.ts";
import { propertiesOf, Values } from "./values-shown.tsx";

/** The words in their passage; beside them the entity, the name part by part, and whom else they may name. */
export const MentionShown = ({ mention }: { readonly mention: Mention }) => (
  <div className="review-mention">
    <section aria-labelledby="passage">
      <h2 id="passage">{mention.title === null ? "In a document" : <Value text={mention.title} />}</h2>
      <InPassage words={mention.written} around={mention.around} most={600} />
      <p className="note">
        <Link href={linkTo("/files", { at: mention.place })}>
          <Value text={mention.place} isCode />
        </Link>
      </p>
    </section>
    <section aria-labelledby="named">
      <h2 id="named">
        May name <EntityLink id={mention.canonicalId} caption={mention.caption} />
      </h2>
      <Why mention={mention} />
      <Others others={mention.others} />
      <Held values={mention.values} />
    </section>
  </div>
);

/** Which name the case holds, how the words are a writing of it, part by part. */
const Why = ({ mention: { name, tier, form, written, weightMb, why } }: { readonly mention: Mention }) => (
  <>
    <p>
      The case holds the name <Value text={name} />, {tierWords(tier)}
      {form !== written && (
        <>
          {" "}
          as <Value text={form} />
        </>
      )}
      . Weight {bitsToText(weightMb)} bits.
    </p>
    <ul className="review-why">
      {why.map((reason) => (
        <li key={reason}>
          <Value text={reason} />
        </li>
      ))}
    </ul>
  </>
);

const Others = ({ others }: Pick<Mention, "others">) =>
  others.length === 0 ? null : (
    <p>
      The same words may name{" "}
      {others.map(({ id, caption, tier }, index) => (
        <span key={id}>
          {index > 0 && ", "}
          <EntityLink id={id} caption={caption} />
          <span className="second"> ({tierWords(tier)})</span>
        </span>
      ))}
      .
    </p>
  );

const Held = ({ values }: Pick<Mention, "values">) => (
  <div className="review-sides" tabIndex={0} role="region" aria-label="What is held of it">
    <table>
      <tbody>
        {propertiesOf(values).map((prop) => (
          <tr key={prop}>
            <th scope="row">{prop}</th>
            <td>
              <Values values={values.filter((value) => value.prop === prop)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const EntityLink = ({ id, caption }: { readonly id: string; readonly caption: string }) => (
  <Link href={`/entities/${encodeURIComponent(id)}`}>
    <Value text={caption} />
  </Link>
);
