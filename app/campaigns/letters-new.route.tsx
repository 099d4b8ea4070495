import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useNavigation } from "@remix-run/react";
import { enter, submit } from "~/access/doorway.server";
import { french } from "~/format/typography";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";
import { RadioCards } from "~/ui/radio-cards";
import { TextInput } from "~/ui/text-input";
import { newLetterForm } from "./letters/letters.form";
import { createLetter } from "./letters/letters.server";
import { LONGEST_NAME } from "./letters/naming";

export const meta: MetaFunction = () => [{ title: "Nouvelle lettre · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "letter.manage", async () => null);
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "letter.manage", newLetterForm, async (ctx, asked) => {
    return redirect(`/lettres/${await createLetter(ctx, asked)}`);
  });
}

export default function NewLetter() {
  const refused = useActionData<typeof action>();
  const isBusy = useNavigation().state !== "idle";
  return (
    <div className="page">
      <PageHeader title="Nouvelle lettre" back={{ to: "/lettres", label: "Lettres" }} />
      <Form method="post" className="form" noValidate>
        <FormErrors problems={refused?.fields} />
        <TextInput
          name="name"
          label="Nom de la lettre"
          help={french("Pour votre caisse : les médecins ne le voient pas.")}
          maxLength={LONGEST_NAME}
          error={refused?.fields.name}
        />
        <RadioCards
          name="start"
          label="Par où commencer"
          defaultValue="model"
          error={refused?.fields.start}
          cards={[
            {
              value: "model",
              title: "Du modèle",
              text: french(
                "L'aide à l'emploi d'un assistant médical : conditions, montants et sources. Elle peut partir telle quelle.",
              ),
            },
            { value: "blank", title: "D'une page blanche", text: "Un premier paragraphe, à vous d'écrire." },
          ]}
        />
        <div className="cluster">
          <Button type="submit" kind="primary" busy={isBusy}>
            Créer la lettre
          </Button>
        </div>
      </Form>
    </div>
  );
}
