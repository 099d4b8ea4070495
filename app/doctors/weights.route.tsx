import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { enter, submit } from "~/access/doorway.server";
import { WEIGHT_LABELS, WEIGHT_MAX, type Weights } from "~/eligibility/weights";
import { relativeTime } from "~/format/dates";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { TextInput } from "~/ui/text-input";
import "./doctors.css";
import { weightsForm } from "./weights.form";
import { changeWeights, openWeights, previewWeights, resetWeights } from "./weights.server";
import { WeightsPreview } from "./weights-preview";

export const meta: MetaFunction = () => [{ title: "Priorités · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "weights.change", openWeights);
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "weights.change", weightsForm, async (ctx, { step, ...weights }) => {
    if (step === "preview") return json({ ...NO_PROBLEM, preview: await previewWeights(ctx, weights), saved: false });
    await (step === "save" ? changeWeights(ctx, weights) : resetWeights(ctx));
    return json({ ...NO_PROBLEM, preview: null, saved: true });
  });
}

const NO_PROBLEM = { error: "", fields: {} as Record<string, string[]> };
const NAMES = Object.keys(WEIGHT_LABELS) as (keyof Weights)[];

export default function Priorities() {
  const { points, defaults, changedAt, changedBy, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isBusy = useNavigation().state !== "idle";
  const preview = answer && "preview" in answer ? answer.preview : null;
  const hasSaved = answer !== undefined && "saved" in answer && answer.saved;
  return (
    <div className="page">
      <PageHeader
        title="Priorités"
        intro="La priorité d'un médecin est une somme de points, distincte de son éligibilité. Un médecin non éligible n'a aucun point."
        facts={
          changedAt
            ? `Choisies par ${changedBy ?? "une personne partie"}, ${relativeTime(changedAt, now)}.`
            : "Valeurs proposées par Tandem."
        }
      />
      {hasSaved && (
        <Notice kind="good" live>
          Priorités enregistrées. Le classement de la caisse est recalculé dans les secondes qui viennent.
        </Notice>
      )}
      <Form method="post" className="form" noValidate key={changedAt ?? "defaults"}>
        <FormErrors problems={answer?.fields} message={answer?.error || undefined} />
        <div className="weights">
          {NAMES.map((name) => (
            <TextInput
              key={name}
              name={name}
              type="number"
              label={WEIGHT_LABELS[name]}
              unit="points au plus"
              width="short"
              min={0}
              max={WEIGHT_MAX}
              step={1}
              required
              defaultValue={preview?.weights[name] ?? points[name]}
              help={`Proposé : ${defaults[name]}`}
              error={answer?.fields[name]}
            />
          ))}
        </div>
        <div className="cluster">
          <Button type="submit" name="step" value="preview" kind={preview ? "secondary" : "primary"} busy={isBusy}>
            Voir ce qui bougerait
          </Button>
          {preview && (
            <Button type="submit" name="step" value="save" kind="primary">
              Appliquer ces priorités
            </Button>
          )}
          {changedAt && (
            <Button type="submit" name="step" value="reset" kind="quiet" icon="undo">
              Revenir aux valeurs proposées
            </Button>
          )}
        </div>
      </Form>
      {preview && <WeightsPreview preview={preview} />}
    </div>
  );
}
