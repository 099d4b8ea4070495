import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData, useNavigation, useSearchParams } from "@remix-run/react";
import { enter, submit } from "~/access/doorway.server";
import { dayMonthYear } from "~/format/dates";
import { number, signed } from "~/format/numbers";
import { french } from "~/format/typography";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { ComputedAt } from "~/ui/stat";
import { Table } from "~/ui/table";
import { reportForm } from "./report.form";
import { myReport, wishReport } from "./report.server";
import { WEEK_LINES } from "./week-figures";

export const meta: MetaFunction = () => [{ title: "Rapport de la semaine · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "steering.manage", myReport);
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "steering.manage", reportForm, async (ctx, { intent }) => {
    await wishReport(ctx, intent === "ask");
    return redirect(`/rapport?fait=${intent === "ask" ? "demande" : "arrete"}`);
  });
}

const DONE: Record<string, string> = {
  demande: "Vous recevrez ce rapport chaque lundi à 7 h 15.",
  arrete: "Vous ne recevrez plus ce rapport.",
};

export default function WeeklyReport() {
  const { isAsked, fund, from, to, week, before, computedAt } = useLoaderData<typeof loader>();
  const done = DONE[useSearchParams()[0].get("fait") ?? ""];
  const isBusy = useNavigation().state === "submitting";
  return (
    <div className="page">
      <PageHeader
        title="Rapport de la semaine"
        intro={french(`${fund}, semaine du ${dayMonthYear(from)} au ${dayMonthYear(to)}, et celle d'avant.`)}
        facts={<ComputedAt instant={computedAt} />}
        action={
          <Form method="post">
            <input type="hidden" name="intent" value={isAsked ? "stop" : "ask"} />
            <Button type="submit" kind={isAsked ? "secondary" : "primary"} icon="mail" busy={isBusy}>
              {isAsked ? "Ne plus le recevoir" : "Le recevoir chaque lundi"}
            </Button>
          </Form>
        }
      />
      {done && (
        <Notice kind="good" live>
          {french(done)}
        </Notice>
      )}
      <Table
        caption="Chiffres de la semaine et de la semaine d'avant"
        columns={[
          { label: "Chiffre", kind: "lead", cell: ({ label, page }) => <Link to={page}>{label}</Link> },
          { label: "Cette semaine-là", kind: "number", cell: ({ key }) => number(week[key]) },
          { label: "La semaine d'avant", kind: "number", cell: ({ key }) => number(before[key]) },
          { label: "Écart", kind: "number", cell: ({ key }) => signed(week[key] - before[key]) },
        ]}
        rows={WEEK_LINES}
        rowKey={({ key }) => key}
      />
      <p className="soft">
        {isAsked
          ? french("Ce rapport vous arrive par courriel chaque lundi à 7 h 15, à l'adresse de votre compte.")
          : french("Ce rapport peut vous arriver par courriel chaque lundi à 7 h 15. Personne n'y est nommé.")}
      </p>
    </div>
  );
}
