import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation, useSearchParams } from "@remix-run/react";
import { enter, submit } from "~/access/doorway.server";
import { numericDayAndTime } from "~/format/dates";
import { french } from "~/format/typography";
import { STAGE_LABELS, STAGES } from "~/funnel/stage";
import { Button, LinkButton } from "~/ui/button";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { Select } from "~/ui/select";
import { Table } from "~/ui/table";
import { TextInput } from "~/ui/text-input";
import { LOSS_CODES, lossLabel } from "../loss-reasons";
import { handForm } from "./hand.form";
import { changeByHand, handPage } from "./hand.server";

export const meta: MetaFunction = () => [{ title: "Étapes d'un médecin · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "steering.manage", (ctx) => handPage(ctx, args.params.doctorId));
}

export async function action(args: ActionFunctionArgs) {
  const { doctorId } = args.params;
  return submit(args, "steering.manage", handForm, async (ctx, asked) => {
    const done = await changeByHand(ctx, doctorId, asked);
    return redirect(`/entonnoir/medecins/${doctorId}?fait=${done}`);
  });
}

const DONE: Record<string, string> = {
  note: "Le changement d'étape est noté, avec son motif.",
  annule: "Le changement est annulé : le médecin est revenu à l'étape d'avant.",
};

export default function HandPage() {
  const { id, name, where, stage, lost, moves, undoable } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const done = DONE[useSearchParams()[0].get("fait") ?? ""];
  const busy = useNavigation().state !== "idle";
  const stands = lost ? `perdu, ${lost.reason.toLowerCase()}` : stage ? STAGE_LABELS[stage] : "jamais contacté";
  return (
    <div className="page">
      <PageHeader
        title={name}
        back={{ to: "/entonnoir", label: "Entonnoir" }}
        intro={where}
        facts={<span>{french(`Étape d'aujourd'hui : ${stands}`)}</span>}
        action={<LinkButton to={`/medecins/${id}`}>Fiche du médecin</LinkButton>}
      />
      <FormErrors problems={refused?.fields} message={refused?.error} />
      {done && !refused && (
        <Notice kind="good" live>
          {done}
        </Notice>
      )}
      <Panel title="Ce qui a fait avancer ce médecin">
        {moves.length === 0 ? (
          <p className="soft">Aucun fait encore : ni courriel accepté, ni visite, ni contrat.</p>
        ) : (
          <Table
            caption="Changements d'étape, du plus récent au plus ancien"
            columns={[
              { label: "Étape", kind: "lead", cell: ({ to }) => to },
              { label: "Le", cell: ({ at }) => numericDayAndTime(at) },
              { label: "Par", cell: ({ cause, by }) => (by === null ? cause : `${cause}, ${by}`) },
              { label: "Motif", cell: ({ reason }) => reason ?? "–" },
              {
                label: "Annuler",
                hideLabel: true,
                cell: (move) => (move.id === undoable ? <Undo moveId={move.id} busy={busy} /> : null),
              },
            ]}
            rows={moves}
            rowKey={(move) => String(move.id)}
          />
        )}
      </Panel>
      <div className="columns">
        <Panel title="Changer l'étape à la main">
          <Form method="post" className="form" noValidate key={`move-${moves.length}`}>
            <input type="hidden" name="intent" value="move" />
            <p className="soft">
              Les faits font avancer un médecin d'eux-mêmes. Ici, seulement ce que Tandem n'a pas pu savoir.
            </p>
            <Select
              name="to"
              label="Étape"
              placeholder="Choisissez une étape"
              defaultValue=""
              options={STAGES.map((value) => ({ value, label: STAGE_LABELS[value] }))}
              error={refused?.fields.to}
            />
            <TextInput name="reason" label="Motif" maxLength={300} error={refused?.fields.reason} />
            <div className="form-actions">
              <Button type="submit" kind="primary" busy={busy}>
                Noter l'étape
              </Button>
            </div>
          </Form>
        </Panel>
        {!lost && (
          <Panel title="Le médecin a dit non">
            <Form method="post" className="form" noValidate key={`lose-${moves.length}`}>
              <input type="hidden" name="intent" value="lose" />
              <p className="soft">Un fait nouveau, comme une visite prise, le ramène.</p>
              <Select
                name="code"
                label="Motif du refus"
                placeholder="Choisissez un motif"
                defaultValue=""
                options={LOSS_CODES.map((value) => ({ value, label: lossLabel(value) }))}
                error={refused?.fields.code}
              />
              <div className="form-actions">
                <Button type="submit" busy={busy}>
                  Noter le refus
                </Button>
              </div>
            </Form>
          </Panel>
        )}
      </div>
    </div>
  );
}

function Undo({ moveId, busy }: { moveId: number; busy: boolean }) {
  return (
    <Form method="post" className="no-print">
      <input type="hidden" name="intent" value="undo" />
      <input type="hidden" name="moveId" value={moveId} />
      <Button type="submit" kind="quiet" icon="undo" busy={busy}>
        Annuler
      </Button>
    </Form>
  );
}
