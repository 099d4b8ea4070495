import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { enter, submit } from "~/access/doorway.server";
import { bytes } from "~/format/bytes";
import { numericDay, relativeTime } from "~/format/dates";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { DifferenceTable } from "./difference-table";
import { isRunning, looksPartial } from "./import";
import { importStepForm } from "./import.form";
import { ImportProgress } from "./import-progress";
import { cancelImport, confirmImport, openImport } from "./imports.server";
import { ProblemReasons } from "./problem-reasons";
import { StatusBadge } from "./status-badge";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.label ?? "Import"} · Tandem` }];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "import.manage", (ctx) => openImport(ctx, args.params.importId!));
}

export async function action(args: ActionFunctionArgs) {
  const importId = args.params.importId!;
  return submit(args, "import.manage", importStepForm, async (ctx, asked) => {
    if (asked.step === "cancel") await cancelImport(ctx, importId);
    else await confirmImport(ctx, importId, asked.partial === "on");
    return json({ error: "", fields: {} });
  });
}

export default function ShowImport() {
  const shown = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  useFreshness(isRunning(shown.status));
  return (
    <div className="page">
      <PageHeader
        title={shown.label}
        back={{ to: "/imports", label: "Imports" }}
        facts={<StatusBadge status={shown.status} />}
        intro={`${shown.fileName} · ${bytes(shown.byteSize)} · données du ${numericDay(shown.sourceOn)} · déposé ${relativeTime(shown.askedAt, shown.now)}`}
      />
      {refused?.error && <FormErrors message={refused.error} />}
      <ImportProgress shown={shown} />
      {shown.failure && (
        <Notice kind="danger" title="L'import a échoué">
          {shown.failure}
        </Notice>
      )}
      {shown.status === "waiting" && shown.difference && <ToConfirm shown={shown} />}
      {shown.status !== "waiting" && shown.difference && (
        <Panel title={shown.status === "done" ? "Ce qui a changé" : "Ce qui change"}>
          <DifferenceTable kind={shown.kind} difference={shown.difference} />
        </Panel>
      )}
      <ProblemReasons shown={shown} />
    </div>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function ToConfirm({ shown }: { shown: Shown }) {
  const isBusy = useNavigation().state !== "idle";
  const difference = shown.difference!;
  return (
    <Panel title="Voulez-vous appliquer ces changements ?">
      <DifferenceTable kind={shown.kind} difference={difference} />
      <Form method="post" className="form">
        {shown.before && (
          <Notice kind="info">Ce même fichier a déjà été importé {relativeTime(shown.before, shown.now)}.</Notice>
        )}
        {looksPartial(difference) && (
          <Notice kind="attention" title="Ce fichier semble partiel">
            Beaucoup de médecins connus n'y figurent pas. Si c'est un extrait, cochez la case ci-dessous.
          </Notice>
        )}
        {difference.gone > 0 && (
          <Checkbox
            name="partial"
            label="C'est un extrait : ne pas marquer comme absents ceux qu'il ne nomme pas"
            defaultChecked={looksPartial(difference)}
          />
        )}
        <div className="cluster">
          <Button type="submit" name="step" value="confirm" kind="primary" busy={isBusy}>
            Appliquer les changements
          </Button>
          <Button type="submit" name="step" value="cancel" kind="secondary">
            Abandonner
          </Button>
        </div>
      </Form>
    </Panel>
  );
}

/** Reads progress again while something moves, and stops asking as soon as nothing does. */
function useFreshness(isMoving: boolean) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isMoving || state !== "idle") return;
    const timer = setTimeout(revalidate, 700);
    return () => clearTimeout(timer);
  }, [isMoving, state, revalidate]);
}
