import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation, useSearchParams } from "@remix-run/react";
import { enter, readSearch, submit } from "~/access/doorway.server";
import { dayMonthYear } from "~/format/dates";
import { number, percent } from "~/format/numbers";
import { french } from "~/format/typography";
import { Button } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { Table } from "~/ui/table";
import { TextInput } from "~/ui/text-input";
import { boardSearch, targetsForm } from "./board.form";
import { changeTargets, settingPage } from "./setting.server";

export const meta: MetaFunction = () => [{ title: "Objectifs de la campagne · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const asked = readSearch(args.request, boardSearch);
  return enter(args, "steering.manage", (ctx) => settingPage(ctx, asked));
}

export async function action(args: ActionFunctionArgs) {
  const { caisse } = readSearch(args.request, boardSearch);
  return submit(args, "steering.manage", targetsForm, async (ctx, asked) => {
    const done = await changeTargets(ctx, caisse, asked);
    return redirect(`/pilotage/objectifs?fait=${done}${caisse === null ? "" : `&caisse=${caisse}`}`);
  });
}

const DONE: Record<string, string> = {
  fixe: "Les objectifs sont fixés ; le pilotage les suit dès maintenant.",
  retire: "La période est retirée. Sans période, la part des objectifs nationaux s'applique.",
};

export default function TargetsPage() {
  const { fund, choices, inForce, shared, rows } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const busy = useNavigation().state !== "idle";
  const done = DONE[useSearchParams()[0].get("fait") ?? ""];
  const errors = refused?.fields;
  const caisse = choices.length > 0 ? `?caisse=${fund.code}` : "";
  return (
    <div className="page">
      <PageHeader
        title="Objectifs de la campagne"
        back={{ to: `/pilotage${caisse}`, label: "Pilotage" }}
        intro={french(
          `${fund.name}. Sa part des objectifs nationaux, selon son nombre de médecins : ${number(shared.visits)} médecins rencontrés et ${number(shared.contracts)} contrats.`,
        )}
      />
      <FormErrors problems={errors} message={refused?.error} />
      {done && !refused && (
        <Notice kind="good" live>
          {french(done)}
        </Notice>
      )}
      <Form method="post" className="form" noValidate key={`${inForce.from}-${inForce.visits}-${inForce.contracts}`}>
        <input type="hidden" name="intent" value="set" />
        <TextInput
          name="from"
          type="date"
          label="Premier jour"
          defaultValue={inForce.from}
          width="medium"
          error={errors?.from}
        />
        <TextInput
          name="to"
          type="date"
          label="Dernier jour"
          defaultValue={inForce.to}
          width="medium"
          error={errors?.to}
        />
        <TextInput
          name="visits"
          label="Médecins à rencontrer"
          inputMode="numeric"
          width="short"
          defaultValue={String(inForce.visits)}
          error={errors?.visits}
        />
        <TextInput
          name="contracts"
          label="Contrats signés au dernier jour"
          help="Tous ceux de la caisse, même signés avant le premier jour."
          inputMode="numeric"
          width="short"
          defaultValue={String(inForce.contracts)}
          error={errors?.contracts}
        />
        <TextInput
          name="priority"
          label="Part des contrats en zones sous-denses"
          inputMode="decimal"
          width="short"
          unit="%"
          defaultValue={String(inForce.priorityShare * 100)}
          error={errors?.priority}
        />
        <TextInput
          name="gp"
          label="Part des généralistes"
          inputMode="decimal"
          width="short"
          unit="%"
          defaultValue={String(inForce.gpShare * 100)}
          error={errors?.gp}
        />
        <div className="form-actions">
          <Button type="submit" kind="primary" busy={busy}>
            Fixer ces objectifs
          </Button>
        </div>
      </Form>
      {rows.length > 0 && (
        <Panel title="Périodes fixées par la caisse">
          <Table
            caption="Objectifs par période"
            columns={[
              {
                label: "Période",
                kind: "lead",
                cell: (row) => `${dayMonthYear(row.from_on)} – ${dayMonthYear(row.to_on)}`,
              },
              { label: "À rencontrer", kind: "number", cell: ({ visits }) => number(visits) },
              { label: "Contrats", kind: "number", cell: ({ contracts }) => number(contracts) },
              { label: "Sous-denses", kind: "number", cell: (row) => percent(row.priority_share_pm / 1_000, 0) },
              { label: "Généralistes", kind: "number", cell: (row) => percent(row.gp_share_pm / 1_000, 0) },
              { label: "Retirer", hideLabel: true, cell: ({ id }) => <Remove id={id} busy={busy} /> },
            ]}
            rows={rows}
            rowKey={({ id }) => id}
          />
        </Panel>
      )}
    </div>
  );
}

function Remove({ id, busy }: { id: string; busy: boolean }) {
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="remove" />
      <input type="hidden" name="id" value={id} />
      <Button type="submit" kind="quiet" icon="trash" busy={busy}>
        Retirer
      </Button>
    </Form>
  );
}
