import { Link, useLocation } from "@remix-run/react";
import { useCallback, useEffect, useState } from "react";
import { countOf } from "~/format/numbers";
import { french, listed } from "~/format/typography";
import { Button, LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { type Delivery, type Parcel, parcelKey } from "./parcel";
import { forget, hand, PARCELS_CHANGED, parcelsOf } from "./phone";

const RETRY_MS = 20_000;

interface OutboxProps {
  readonly me: string;
  /** The page one is on: what it holds is not offered again, and its receipt is followed. */
  readonly page?: string;
  readonly onReceived?: (receipt: Receipt) => void;
}

/**
 * What waits on this phone. It leaves by itself when the network is back, when the page is shown again, and every twenty
 * seconds meanwhile; what the server refuses stays, with its reason, until a person takes it up.
 */
export function Outbox({ me, page, onReceived }: OutboxProps) {
  const { waiting, refused, received, why, send, drop } = useParcels(me);
  useEffect(() => {
    if (received) onReceived?.(received);
  }, [received, onReceived]);
  return (
    <div className="outbox" role="status">
      {waiting.length > 0 && (
        <Notice
          kind="attention"
          title={`Sur le téléphone\u00a0: ${countOf(waiting.length, "envoi")} en attente`}
          action={<WayOut why={why} onRetry={send} />}
        >
          {french(`${listed(waiting.map(({ label }) => label))}. ${WHY[why ?? "network"]}`)}
        </Notice>
      )}
      {refused
        .filter((parcel) => parcel.page !== page)
        .map((parcel) => (
          <Notice
            key={parcel.id}
            kind="danger"
            title={`${parcel.label}\u00a0: à reprendre`}
            action={
              <div className="cluster">
                <LinkButton to={parcel.page}>Reprendre</LinkButton>
                <Button kind="quiet" onClick={() => drop(parcel)}>
                  Ne plus le montrer
                </Button>
              </div>
            }
          >
            {parcel.refusal}
          </Notice>
        ))}
      {received && waiting.length === 0 && (
        <Notice kind="good">
          Reçu à {received.at}. <Link to={received.next}>Voir</Link>
        </Notice>
      )}
    </div>
  );
}

const WHY = {
  network: "Il n'y a pas de réseau : l'envoi se fera de lui-même dès son retour. Rien n'est perdu.",
  server: "Le serveur ne répond pas : nouvel essai dans un instant. Rien n'est perdu.",
  "signed-out": "Votre session a pris fin : l'envoi se fera quand vous serez de nouveau connecté. Rien n'est perdu.",
} as const;

type Why = keyof typeof WHY;
type Receipt = Extract<Delivery, { kind: "received" }>;

function WayOut({ why, onRetry }: { why: Why | null; onRetry: () => void }) {
  const { pathname, search } = useLocation();
  if (why !== "signed-out") return <Button onClick={onRetry}>Réessayer maintenant</Button>;
  return (
    <LinkButton to={`/connexion?retour=${encodeURIComponent(pathname + search)}`} reloadDocument>
      Se connecter
    </LinkButton>
  );
}

function useParcels(me: string) {
  const [parcels, setParcels] = useState<readonly Parcel[]>([]);
  const [received, setReceived] = useState<Receipt | null>(null);
  const [why, setWhy] = useState<Why | null>(null);
  const waiting = parcels.filter(({ refusal }) => refusal === null);
  const read = useCallback(() => setParcels(parcelsOf(me)), [me]);
  const send = useCallback(async () => {
    for (const parcel of parcelsOf(me).filter(({ refusal }) => refusal === null)) {
      const delivery = await hand(me, parcel);
      if (delivery.kind === "received") setReceived(delivery);
      setWhy(delivery.kind === "waiting" ? delivery.why : null);
      if (delivery.kind === "waiting") break;
    }
    setParcels(parcelsOf(me));
  }, [me]);
  const drop = (parcel: Parcel) => {
    forget(parcelKey(me, parcel.id));
    read();
  };
  useEffect(() => {
    const shown = () => document.visibilityState === "visible" && send();
    window.addEventListener(PARCELS_CHANGED, read);
    window.addEventListener("online", send);
    document.addEventListener("visibilitychange", shown);
    send();
    return () => {
      window.removeEventListener(PARCELS_CHANGED, read);
      window.removeEventListener("online", send);
      document.removeEventListener("visibilitychange", shown);
    };
  }, [read, send]);
  useEffect(() => {
    if (waiting.length === 0) return;
    const timer = setInterval(send, RETRY_MS);
    return () => clearInterval(timer);
  }, [waiting.length, send]);
  return { waiting, refused: parcels.filter(({ refusal }) => refusal !== null), received, why, send, drop };
}
