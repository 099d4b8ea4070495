import { useFetcher } from "@remix-run/react";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox";
import { type AidAsk, writeAsk } from "./ask";
import type { Reach } from "./letter-reach.server";

type Reply = { done: string } | { error: string; fields: Record<string, string[]> };

interface SendLetterProps {
  readonly doctorId: number;
  readonly ask: AidAsk;
  readonly reach: Reach;
}

/** The same figures by e-mail, with the doctor's word given now. */
export function SendLetter({ doctorId, ask, reach }: SendLetterProps) {
  const fetcher = useFetcher<Reply>();
  if ("why" in reach) return <p className="soft small">Envoi par e-mail impossible. {reach.why}</p>;
  const reply = fetcher.data;
  return (
    <fetcher.Form method="post" action={`/medecins/${doctorId}/simulation`} className="stack stack-tight aid-send">
      <input type="hidden" name="intent" value="send" />
      {[...new URLSearchParams(writeAsk(ask))].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Checkbox name="agreed" label={`Le médecin accepte de la recevoir par e-mail, à ${reach.to}`} />
      <div>
        <Button type="submit" icon="mail" busy={fetcher.state !== "idle"}>
          Envoyer ma simulation
        </Button>
      </div>
      <p role="status" className="small">
        {reply && ("done" in reply ? reply.done : (Object.values(reply.fields).flat()[0] ?? reply.error))}
      </p>
    </fetcher.Form>
  );
}
