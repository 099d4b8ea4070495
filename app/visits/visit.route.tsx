import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { enter, submit } from "~/access/doorway.server";
import { politeName } from "~/format/names";
import { formatPhone } from "~/format/phone";
import { Badge } from "~/ui/badge";
import { LinkButton } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { capital } from "./capital";
import { momentText, spanText } from "./moment";
import { RESULT_LABELS } from "./report/result";
import { FIRMNESS_LABELS, STATE_LABELS, type VisitState } from "./visit";
import { CancelVisit } from "./visit-page/cancel-visit";
import { DoctorWord } from "./visit-page/doctor-word";
import { visitPageForm } from "./visit-page/visit-page.form";
import { answerVisit, openVisit } from "./visit-page/visit-page.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Visite · ${politeName(data.doctor)} · Tandem` : "Visite introuvable · Tandem" },
];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "visit.read", (ctx) => openVisit(ctx, args.params.visitId));
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "visit.plan", visitPageForm, async (ctx, ask) => {
    const done = await answerVisit(ctx, args.params.visitId, ask);
    return redirect(`/visites/${args.params.visitId}?fait=${done}`);
  });
}

const TONES = { proposed: "plain", booked: "brand", done: "good", missed: "doubt", cancelled: "plain" } as const;

const DONE: Record<string, string> = {
  prevue: "La visite est prévue.",
  deplacee: "La visite est déplacée.",
  annulee: "La visite est annulée. L'heure est de nouveau libre.",
  invitee: "L'invitation part.",
};

export default function Visit() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const done = DONE[useSearchParams()[0].get("fait") ?? ""];
  const { visit, doctor, may, told } = page;
  const moment = momentText(visit);
  return (
    <div className="page">
      <PageHeader
        back={{ to: `/medecins/${doctor.id}/visites`, label: politeName(doctor) }}
        title={`Visite du ${moment}`}
        facts={<Badge tone={TONES[visit.state]}>{stateText(visit.state, page.result)}</Badge>}
        action={may.report && <Report visitId={visit.id} />}
      />
      <FormErrors message={refused?.error} />
      {done && !refused && (
        <Notice kind="good" live>
          {done}
        </Notice>
      )}
      {doctor.refusesVisits && may.cancel && (
        <Notice kind="attention">Ce médecin ne souhaite plus recevoir de visite. Annulez celle-ci.</Notice>
      )}
      <DefinitionList items={factsOf(page)} />
      {(may.simulate || may.move || may.cancel || visit.state === "cancelled") && (
        <div className="cluster">
          {may.simulate && (
            <LinkButton to={`/medecins/${doctor.id}/simulation/en-visite`} icon="eye">
              Simulation
            </LinkButton>
          )}
          {may.move && (
            <LinkButton to={`/medecins/${doctor.id}/creneaux?visite=${visit.id}`} icon="calendar">
              Déplacer
            </LinkButton>
          )}
          {may.cancel && <CancelVisit version={visit.version} moment={moment} isInvited={page.isInvited} />}
          {visit.state === "cancelled" && !doctor.refusesVisits && (
            <LinkButton to={`/medecins/${doctor.id}/creneaux`} icon="calendar">
              Trouver un autre créneau
            </LinkButton>
          )}
        </div>
      )}
      {(may.invite || told) && <DoctorWord told={told} writing={page.writing} mayInvite={may.invite} />}
    </div>
  );
}

function Report({ visitId }: { visitId: string }) {
  return (
    <LinkButton to={`/visites/${visitId}/compte-rendu`} kind="primary" icon="edit">
      Faire le compte rendu
    </LinkButton>
  );
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

function factsOf({ visit, doctor, result }: Page) {
  const by = visit.isMine ? "Vous" : (visit.delegate ?? "Une collègue ou un collègue");
  return [
    {
      term: "Médecin",
      value: (
        <>
          <Link to={`/medecins/${doctor.id}`}>{politeName(doctor)}</Link>, {doctor.specialty.toLocaleLowerCase("fr")}
        </>
      ),
    },
    { term: "Quand", value: spanText(visit) },
    { term: "Où", value: doctor.place.join(", ") || "Adresse inconnue" },
    {
      term: "Téléphone",
      value: doctor.phone ? <a href={`tel:${doctor.phone}`}>{formatPhone(doctor.phone)}</a> : "Inconnu",
    },
    { term: "Faite par", value: by },
    ...(visit.state === "booked" ? [{ term: "Souplesse", value: capital(FIRMNESS_LABELS[visit.firmness]) }] : []),
    ...(visit.reason ? [{ term: "Motif", value: visit.reason }] : []),
    ...(result
      ? [{ term: "Compte rendu", value: <Link to={`/visites/${visit.id}/compte-rendu`}>{RESULT_LABELS[result]}</Link> }]
      : []),
    ...(visit.cancelledBy ? [{ term: "Annulée par", value: CANCELLED_BY[visit.cancelledBy] ?? "La caisse" }] : []),
  ];
}

const CANCELLED_BY: Record<string, string> = {
  doctor: "Le médecin",
  delegate: "La caisse",
  plan: "La semaine refaite",
};

function stateText(state: VisitState, result: string | null): string {
  return result === "absent" ? "Médecin absent" : capital(STATE_LABELS[state]);
}
