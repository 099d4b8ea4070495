import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { enter, submit } from "~/access/doorway.server";
import { dayOf } from "~/calendar/day";
import { longDay } from "~/format/dates";
import { formatPhone } from "~/format/phone";
import { french } from "~/format/typography";
import { Button, LinkButton } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox";
import { EmptyState } from "~/ui/empty-state";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";
import { RadioCards } from "~/ui/radio-cards";
import { TextInput } from "~/ui/text-input";
import { answerAboutAddress, openQuestion } from "./answering.server";
import { ADDRESS_ANSWER_CODES, ADDRESS_ANSWERS } from "./causes";
import { answerForm } from "./deliverability.form";

export const meta: MetaFunction = () => [{ title: "Adresse électronique à demander · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "doctor.complete", (ctx) => openQuestion(ctx, args.params.doctorId));
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "doctor.complete", answerForm, async (ctx, ask) => {
    await answerAboutAddress(ctx, args.params.doctorId, ask);
    return redirect(`/medecins/${args.params.doctorId}/donnees`);
  });
}

/** The delegate has asked the doctor: what did they say? */
export default function AnswerAboutAddress() {
  const { doctor, question } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [answer, setAnswer] = useState<string>("given");
  const back = { to: `/medecins/${doctor.id}/donnees`, label: doctor.name };
  if (question === null)
    return (
      <div className="page">
        <PageHeader title="Adresse électronique" back={back} />
        <EmptyState
          icon="check"
          title="Rien à demander"
          why="Aucune adresse n'est à corriger pour ce médecin, ou la question a reçu sa réponse."
          action={<LinkButton to={back.to}>Voir le médecin</LinkButton>}
        />
      </div>
    );
  return (
    <div className="page">
      <PageHeader
        title="Adresse électronique à demander"
        back={back}
        intro={french(
          `Un courriel adressé à ${question.address} est revenu. Demandez au médecin, en visite ou par téléphone${doctor.phone ? ` (${formatPhone(doctor.phone)})` : ""}, l'adresse où il souhaite être écrit.`,
        )}
        facts={
          <span>
            demandé par {question.asked_by ?? "la caisse"} {longDay(dayOf(question.asked_at))}
          </span>
        }
      />
      <Form method="post" className="form">
        <FormErrors problems={refused?.fields} message={refused?.error} />
        <input type="hidden" name="questionId" value={question.id} />
        <RadioCards
          name="answer"
          label="Ce que le médecin a répondu"
          defaultValue="given"
          onChange={setAnswer}
          cards={ADDRESS_ANSWER_CODES.map((value) => ({ value, title: ADDRESS_ANSWERS[value] }))}
          error={refused?.fields.answer}
        />
        {answer === "given" && (
          <>
            <TextInput
              name="address"
              label="Nouvelle adresse"
              type="email"
              inputMode="email"
              autoComplete="off"
              error={refused?.fields.address}
            />
            <Checkbox
              name="confirmed"
              value="oui"
              label="Le médecin me l'a donnée lui-même, pour que la caisse lui écrive."
              error={refused?.fields.confirmed}
            />
          </>
        )}
        <Button type="submit" kind="primary">
          Enregistrer la réponse
        </Button>
      </Form>
    </div>
  );
}
