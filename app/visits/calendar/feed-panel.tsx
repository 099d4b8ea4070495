import { Form } from "@remix-run/react";
import { useState } from "react";
import type { Instant } from "~/calendar/day";
import { numericDayAndTime } from "~/format/dates";
import { french } from "~/format/typography";
import { Button } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { Notice } from "~/ui/notice";
import { Panel } from "~/ui/panel";
import { TextInput } from "~/ui/text-input";

export type Feed = { madeAt: Instant; readAt: Instant | null } | null;

type PanelProps = {
  feed: Feed;
  /** Right after it was made, and never again. */
  address: string | null;
  refusal: string | undefined;
};

/** The secret address of one's calendar: shown once, replaced or revoked at will. */
export function FeedPanel({ feed, address, refusal }: PanelProps) {
  const [asks, setAsks] = useState<"make" | "revoke" | null>(null);
  const isAgain = asks === "make";
  return (
    <Panel title="S'abonner depuis Outlook ou Google">
      <div className="stack">
        {refusal && <Notice kind="danger" live title={refusal} />}
        {address ? <NewAddress address={address} /> : <FeedState feed={feed} />}
        <div className="cluster">
          {feed ? (
            <>
              <Button onClick={() => setAsks("make")}>Remplacer l'adresse</Button>
              <Button kind="quiet" icon="trash" onClick={() => setAsks("revoke")}>
                Révoquer l'adresse
              </Button>
            </>
          ) : (
            <Form method="post" preventScrollReset>
              <input type="hidden" name="intent" value="make" />
              <Button type="submit">Créer mon adresse secrète</Button>
            </Form>
          )}
        </div>
      </div>
      <Confirm
        title={french(isAgain ? "Remplacer votre adresse secrète ?" : "Révoquer votre adresse secrète ?")}
        verb={isAgain ? "Remplacer l'adresse" : "Révoquer l'adresse"}
        isDangerous={!isAgain}
        isOpen={asks !== null}
        onClose={() => setAsks(null)}
        fields={{ intent: asks ?? "make" }}
      >
        <p>{ENDS}</p>
      </Confirm>
    </Panel>
  );
}

const ENDS = french(
  "L'adresse actuelle ne répondra plus : les agendas qui y sont abonnés cesseront de se mettre à jour. Vos visites ne changent pas.",
);

function FeedState({ feed }: { feed: Feed }) {
  if (!feed) {
    return (
      <p>
        Une adresse secrète laisse votre agenda lire vos visites et vos absences, sans mot de passe. Elle ne donne que
        le nom du médecin et sa ville.
      </p>
    );
  }
  return (
    <p>
      Votre adresse secrète date du {numericDayAndTime(feed.madeAt)}.{" "}
      {feed.readAt
        ? `Un agenda l'a lue pour la dernière fois le ${numericDayAndTime(feed.readAt)}.`
        : "Aucun agenda ne l'a encore lue."}
    </p>
  );
}

const WAYS = [
  "Outlook : « Ajouter un calendrier », puis « S'abonner à partir du web ».",
  "Google Agenda : « Autres agendas », puis « À partir de l'URL ». Google relit l'adresse une à deux fois par jour.",
].map(french);

function NewAddress({ address }: { address: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard?.writeText(address).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <>
      <Notice kind="good" live title="Votre adresse secrète est prête.">
        {french("Copiez-la maintenant : elle ne sera plus affichée. Qui la connaît peut lire votre calendrier.")}
      </Notice>
      <div className="feed-address">
        <TextInput
          name="address"
          label="Adresse à donner à votre agenda"
          readOnly
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button kind="primary" icon={isCopied ? "check" : "file"} onClick={copy}>
          {isCopied ? "Adresse copiée" : "Copier l'adresse"}
        </Button>
      </div>
      <ul className="feed-ways">
        {WAYS.map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ul>
    </>
  );
}
