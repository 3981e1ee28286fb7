import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import type { Answer } from "../../api/answers.ts";
import { callApi } from "../../api/call.ts";
import { linkTo } from "../../app/address.ts";
import { Asked, IsoDate, Money, Value } from "../../parts/index.ts";
import type { NetChannel, NetNode } from "./net.ts";
import { channelSentence, counted, short } from "./sentences.ts";
import type { Network } from "./use-network.ts";

const shownMost = 100;

/** The payments of one channel, each with the place where its amount stands. */
export function ChannelPanel({ network, channel }: { readonly network: Network; readonly channel: NetChannel }) {
  const { unit, net } = network;
  const { payer, payee } = channel;
  const several = [payer, payee].flatMap((id) => {
    const node = net?.nodes.get(id);
    return node?.several ? [node] : [];
  });
  return (
    <section className="panel-part">
      <p>{net && channelSentence(channel, net, unit)}</p>
      {channel.before !== null && channel.after !== null && <Change channel={channel} network={network} />}
      {channel.withoutRate > 0 && (
        <p className="second">{counted(channel.withoutRate, "payment")} without a rate: in no sum.</p>
      )}
      {several.length > 0 ? (
        <OfSeveral several={several} network={network} />
      ) : (
        <Payments network={network} channel={channel} />
      )}
    </section>
  );
}

/** The largest payments, each with the place where its amount stands. */
function Payments({ network, channel }: { readonly network: Network; readonly channel: NetChannel }) {
  const { payer, payee } = channel;
  const { days } = network;
  const query = useQuery({
    queryKey: ["network", "payments", payer, payee, days],
    queryFn: ({ signal }) =>
      callApi("POST /api/network/payments", { body: { payer, payee, days, most: shownMost } }, signal),
  });
  return (
    <Asked query={query}>
      {(payments) => (
        <>
          <ol className="panel-list payments">
            {payments.map((payment) => (
              <Payment key={payment.id} payment={payment} network={network} />
            ))}
          </ol>
          {channel.payments > payments.length && (
            <p className="second">
              {payments.length} of {channel.payments}: the largest.
            </p>
          )}
        </>
      )}
    </Asked>
  );
}

interface PaymentProps {
  readonly payment: Answer<"POST /api/network/payments">[number];
  readonly network: Network;
}

function Payment({ payment, network: { unit } }: PaymentProps) {
  return (
    <li>
      <p>
        <IsoDate date={payment.firstDay} />{" "}
        <span className="amount">
          <Money minor={String(payment.amountMinor)} digits={2} currency={payment.currency} />
        </span>
        {payment.currency !== unit.currency && payment.minor !== null && (
          <span className="second"> {short(payment.minor, unit)}</span>
        )}
      </p>
      <ul>
        {payment.told.map((told) => (
          <li key={told.statement} className="note">
            <Value text={told.original ?? told.value} isCode isCell />{" "}
            <span className="second">
              {told.source} ({told.grade})
            </span>{" "}
            {told.place !== null && <PlaceLink place={told.place} />}
          </li>
        ))}
      </ul>
    </li>
  );
}

/** A line of several together has no payments of its own: who paid whom is seen when they are drawn on their own. */
function OfSeveral({ several, network }: { readonly several: readonly NetNode[]; readonly network: Network }) {
  const open = several.filter((node) => node.several?.kind === "community");
  return (
    <>
      <p className="second">Several are drawn as one here: their payments are seen once they are drawn on their own.</p>
      <p className="panel-buttons">
        {open.map(({ id, name }) => (
          <button key={id} type="button" onClick={() => void network.additions.expand(id)}>
            Expand {name}
          </button>
        ))}
      </p>
    </>
  );
}

function Change({ channel: { before, after }, network }: { readonly channel: NetChannel; readonly network: Network }) {
  const { unit } = network;
  return (
    <p>
      Of what can flow {short(before ?? 0, unit)} went here; with these blocked {short(after ?? 0, unit)}
      {(after ?? 0) > (before ?? 0) ? ": another way for more." : "."}
    </p>
  );
}

/** A place of the material, opened where it stands. */
export const PlaceLink = ({ place }: { readonly place: string }) => (
  <Link href={linkTo("/files", { at: place })}>{place}</Link>
);
