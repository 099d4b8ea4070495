import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useNavigation } from "@remix-run/react";
import { enter, submit } from "~/access/doorway.server";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";
import { TextArea, TextInput } from "~/ui/text-input";
import { drawSector } from "./drawing.server";
import { sectorForm } from "./sector.form";

export const meta: MetaFunction = () => [{ title: "Dessiner un secteur · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "territory.change", async () => null);
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "territory.change", sectorForm, async (ctx, sector) => {
    await drawSector(ctx, sector);
    return redirect("/secteurs");
  });
}

export default function NewSector() {
  const refused = useActionData<typeof action>();
  const isBusy = useNavigation().state !== "idle";
  return (
    <div className="page">
      <PageHeader
        title="Dessiner un secteur"
        back={{ to: "/secteurs", label: "Secteurs" }}
        intro="Une commune appartient à un seul secteur : celles que vous indiquez quittent celui qu'elles avaient, et leurs médecins avec elles."
      />
      <Form method="post" className="form" noValidate>
        <FormErrors problems={refused?.fields} message={refused?.error} />
        <TextInput
          name="name"
          label="Nom du secteur"
          help="Le nom d'un secteur existant y ajoute les communes."
          required
          error={refused?.fields.name}
        />
        <TextArea
          name="communes"
          label="Communes"
          rows={12}
          help="Une par ligne : le nom entier ou le code INSEE."
          required
          error={refused?.fields.communes}
        />
        <div className="cluster">
          <Button type="submit" kind="primary" busy={isBusy}>
            Enregistrer le secteur
          </Button>
        </div>
      </Form>
    </div>
  );
}
