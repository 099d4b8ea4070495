import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { enter } from "~/access/doorway.server";
import { receive } from "~/access/upload.server";
import { bytes } from "~/format/bytes";
import { Button } from "~/ui/button";
import { FileDrop } from "~/ui/file-drop";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";
import { Progress } from "~/ui/progress";
import { RadioCards } from "~/ui/radio-cards";
import { TextInput } from "~/ui/text-input";
import { newImportForm } from "./import.form";
import { KIND_NOTES } from "./kind-notes";
import { IMPORT_KINDS, KIND_LABELS } from "./kinds";
import { keepFile } from "./receiving.server";
import { useUpload } from "./use-upload";

export const meta: MetaFunction = () => [{ title: "Importer un fichier · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const most = args.context.services.env.UPLOAD_MAX_MB;
  return enter(args, "import.manage", async () => ({ most }));
}

export async function action(args: ActionFunctionArgs) {
  return receive(args, "import.manage", newImportForm, async (ctx, wanted, file) => {
    const importId = await keepFile(ctx, file, wanted);
    return redirect(importId ? `/imports/${importId}` : "/imports/nouveau?composition=1");
  });
}

const CARDS = IMPORT_KINDS.map((value) => ({ value, title: KIND_LABELS[value], text: KIND_NOTES[value] }));

export default function NewImport() {
  const { most } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [search] = useSearchParams();
  const upload = useUpload();
  const problem = upload.refusal ?? refused;
  return (
    <div className="page">
      <PageHeader
        title="Importer un fichier"
        back={{ to: "/imports", label: "Imports" }}
        intro="Le fichier est lu par morceaux, puis comparé à ce qui est connu. Rien ne change avant que vous ayez vu la différence, si elle est grande."
      />
      <Form method="post" encType="multipart/form-data" className="form" onSubmit={upload.start} noValidate>
        <FormErrors problems={problem?.fields} message={problem?.error} />
        {search.has("composition") && (
          <p role="status">La composition des territoires est enregistrée. Importez maintenant leur zonage.</p>
        )}
        <RadioCards
          name="kind"
          label="Que contient le fichier ?"
          cards={CARDS}
          defaultValue={search.get("type") ?? "rpps"}
        />
        <FileDrop
          name="fichier"
          label="Fichier"
          accept=".txt,.csv,.xlsx"
          help={`Texte, CSV ou Excel, ${bytes(most * 1_000_000)} au plus. Il est reconnu à son en-tête, jamais à son nom.`}
          error={problem?.fields.fichier}
        />
        <TextInput
          name="sourceOn"
          type="date"
          label="Date de ces données"
          optional
          width="short"
          help="Par défaut, celle du nom du fichier. Pour un zonage, la date d'effet de l'arrêté."
          error={problem?.fields.sourceOn}
        />
        {upload.progress && (
          <Progress
            label="Envoi du fichier"
            done={Math.round(upload.progress.sent / 1_000)}
            total={Math.round(upload.progress.total / 1_000)}
            unit="ko"
            note="Gardez cette page ouverte jusqu'à la fin de l'envoi ; la lecture, ensuite, se poursuit sans elle."
          />
        )}
        <div className="cluster">
          <Button type="submit" kind="primary" icon="upload" busy={upload.progress !== null}>
            Envoyer et lire le fichier
          </Button>
        </div>
        <p className="small soft">
          Modèles à remplir :{" "}
          <Link to="/imports/modeles/patientele" reloadDocument>
            patientèle
          </Link>
          ,{" "}
          <Link to="/imports/modeles/emails" reloadDocument>
            adresses électroniques
          </Link>
          .
        </p>
      </Form>
    </div>
  );
}
