import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation, useSearchParams } from "@remix-run/react";
import { useEffect } from "react";
import type { Context } from "~/access/context";
import { enter, readSearch, submit } from "~/access/doorway.server";
import { dayMonthYear } from "~/format/dates";
import { Button, LinkButton } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { Panel } from "~/ui/panel";
import { useToast } from "~/ui/toast";
import { AidSheet } from "./aid-sheet";
import { writeAsk } from "./ask";
import { HandedList } from "./handed-list";
import { LetterList } from "./letter-list";
import { sendSimulation } from "./letters.server";
import { SendLetter } from "./send-letter";
import { type SimulationStep, simulationForm, simulationSearch } from "./simulation.form";
import { handSimulation, openSimulation, takeBackSimulation } from "./simulation.server";
import { SimulationForm } from "./simulation-form";
import "./simulation.css";

export async function loader(args: LoaderFunctionArgs) {
  const text = readSearch(args.request, simulationSearch);
  return enter(args, "doctor.read", (ctx) => openSimulation(ctx, args.params.doctorId, text));
}

export async function action(args: ActionFunctionArgs) {
  const { doctorId } = args.params;
  return submit(args, "visit.plan", simulationForm, async (ctx, step) =>
    json({
      done: await take(ctx, doctorId, step),
    }),
  );
}

function take(ctx: Context, doctorId: string | undefined, step: SimulationStep): Promise<string> {
  switch (step.intent) {
    case "hand":
      return handSimulation(ctx, doctorId, step);
    case "send":
      return sendSimulation(ctx, doctorId, step);
    case "take-back":
      return takeBackSimulation(ctx, doctorId, step.simulation);
  }
}

export default function SimulationTab() {
  const page = useLoaderData<typeof loader>();
  const { doctorId, name, fund, today, signedOn, shown, problems, handed, mayHand, reach, letters } = page;
  const refused = useReply(useActionData<typeof action>());
  const list = useSearchParams()[0].get("liste");
  const kept = list === null ? "" : `&liste=${encodeURIComponent(list)}`;
  return (
    <div className="aids stack stack-loose">
      <FormErrors message={refused?.error} problems={refused?.fields} />
      <SimulationForm
        ask={shown.ask}
        asksBand={shown.asksBand}
        problems={problems}
        kept={list === null ? {} : { liste: list }}
      />
      {signedOn !== null && shown.ask.signedOn === signedOn && (
        <p className="no-print">
          Un contrat est en cours depuis le {dayMonthYear(signedOn)} : les montants sont lus à cette date. Sa formule
          est à choisir ci-dessus.
        </p>
      )}
      <AidSheet name={name} fund={fund} today={today} shown={shown} />
      <div className="cluster no-print">
        {mayHand && <Hand ask={shown.ask} />}
        <Button icon="print" onClick={() => window.print()}>
          Imprimer
        </Button>
        <LinkButton to={`/medecins/${doctorId}/simulation/en-visite?${writeAsk(shown.ask)}`} icon="eye">
          Montrer au médecin
        </LinkButton>
      </div>
      <div className="no-print stack">
        {reach && <SendLetter doctorId={doctorId} ask={shown.ask} reach={reach} />}
        <Panel title="Simulations remises">
          <HandedList handed={handed} kept={kept} />
          <LetterList letters={letters} />
        </Panel>
      </div>
    </div>
  );
}

function Hand({ ask }: { ask: Parameters<typeof writeAsk>[0] }) {
  const isBusy = useNavigation().formData?.get("intent") === "hand";
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value="hand" />
      {[...new URLSearchParams(writeAsk(ask))].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" kind="primary" icon="check" busy={isBusy}>
        Remettre cette simulation
      </Button>
    </Form>
  );
}

type Reply = { done: string } | { error: string; fields: Record<string, string[]> };

function useReply(reply: Reply | undefined) {
  const say = useToast();
  useEffect(() => {
    if (reply && "done" in reply) say({ text: reply.done });
  }, [reply, say]);
  return reply && "error" in reply ? reply : undefined;
}
