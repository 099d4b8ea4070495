import { Form } from "@remix-run/react";
import { useState } from "react";
import { NARROW } from "~/format/typography";
import { Button } from "~/ui/button";
import { Confirm } from "~/ui/confirm";

type Account = { name: string; disabled_at: string | null; has_password: boolean };

/** Opening and closing somebody's access: a new letter, disabling, enabling. */
export function AccountAccess({ account, isOneself }: { account: Account; isOneself: boolean }) {
  const [isClosing, setClosing] = useState(false);
  if (account.disabled_at) return <Single intent="enable" verb="Réactiver ce compte" />;
  return (
    <div className="stack">
      <div className="cluster">
        <Single
          intent="invite"
          verb={account.has_password ? "Envoyer un lien de mot de passe" : "Envoyer une nouvelle invitation"}
        />
        {!isOneself && (
          <Button kind="danger" onClick={() => setClosing(true)}>
            Désactiver ce compte
          </Button>
        )}
      </div>
      <p className="soft">
        {isOneself
          ? "Votre propre compte se désactive par un autre administrateur."
          : "Désactiver met fin à ses sessions tout de suite. Rien de ce que la personne a noté n'est effacé."}
      </p>
      <Confirm
        title={`Désactiver le compte de ${account.name}${NARROW}?`}
        verb="Désactiver le compte"
        isDangerous
        isOpen={isClosing}
        onClose={() => setClosing(false)}
        fields={{ intent: "disable" }}
      >
        Ses sessions prennent fin tout de suite. Vous pourrez réactiver le compte à tout moment.
      </Confirm>
    </div>
  );
}

function Single({ intent, verb }: { intent: string; verb: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <Button type="submit">{verb}</Button>
    </Form>
  );
}
