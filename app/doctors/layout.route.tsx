import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { isRouteErrorResponse, Outlet, useLoaderData, useNavigate, useRouteError } from "@remix-run/react";
import { enter, submit } from "~/access/doorway.server";
import { can } from "~/access/permissions";
import type { DoctorFile } from "~/eligibility/doctor-file";
import { fullName, politeName } from "~/format/names";
import { formatPhone } from "~/format/phone";
import { buttonClass, LinkButton } from "~/ui/button";
import { ErrorPage } from "~/ui/error-page";
import { Icon } from "~/ui/icon";
import { PageHeader } from "~/ui/page-header";
import { PrintHeader } from "~/ui/print-header";
import { useShortcuts } from "~/ui/shortcuts";
import { TabsNav } from "~/ui/tabs-nav";
import { AnswerMessages } from "./answer-messages";
import { completeForm } from "./complete.form";
import { answerAbout } from "./completing.server";
import { openDoctor, readDoctorId } from "./doctor.server";
import { DoctorFirst } from "./doctor-first";
import "./doctors.css";
import { Neighbours } from "./neighbours";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${fullName(data.doctor)} · Médecins · Tandem` : "Médecin introuvable · Tandem" },
];

export async function loader(args: LoaderFunctionArgs) {
  const list = new URL(args.request.url).searchParams.get("liste") ?? "";
  return enter(args, "doctor.read", async (ctx) => ({
    ...(await openDoctor(ctx, args.params.doctorId, list.slice(0, 1_000))),
    visits: { read: can(ctx.actor, "visit.read"), plan: can(ctx.actor, "visit.plan") },
    mayReadContracts: can(ctx.actor, "contract.read"),
    mayRecruit: can(ctx.actor, "candidate.read") && can(ctx.actor, "premises.read"),
  }));
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "doctor.complete", completeForm, (ctx, ask) =>
    answerAbout(ctx, readDoctorId(args.params.doctorId), ask),
  );
}

export default function DoctorPage() {
  const { doctor, file, list, neighbours, visits, mayReadContracts, mayRecruit, ...first } =
    useLoaderData<typeof loader>();
  const kept = list === "" ? "" : `?liste=${encodeURIComponent(list)}`;
  const back = list === "" ? "/medecins" : `/medecins?${new URLSearchParams(list)}`;
  const at = (tab: string) => `/medecins/${doctor.id}${tab}${kept}`;
  const navigate = useNavigate();
  useShortcuts([{ keys: "s", label: "Simuler l'aide", run: () => navigate(at("/simulation")) }]);
  return (
    <div className="page">
      <AnswerMessages doctorId={doctor.id} />
      <PrintHeader fund={doctor.fund} title={politeName(doctor)} printedOn={file.today} />
      <PageHeader
        back={{ to: back, label: "Médecins" }}
        title={politeName(doctor)}
        facts={<Who doctor={doctor} />}
        action={
          <>
            {visits.plan && doctor.goneOn === null && (
              <LinkButton to={`/medecins/${doctor.id}/creneaux`} icon="calendar">
                Planifier
              </LinkButton>
            )}
            {doctor.phone && <Call phone={doctor.phone} />}
          </>
        }
      />
      <DoctorFirst {...first} doctorId={doctor.id} zone={file.facts.zone} today={file.today} records={at("/donnees")} />
      <Neighbours neighbours={neighbours} kept={kept} back={back} phone={doctor.phone} />
      <TabsNav
        label="Le médecin"
        tabs={[
          { to: at(""), label: "Éligibilité", end: true },
          { to: at("/simulation"), label: "Simulation" },
          ...(visits.read ? [{ to: at("/visites"), label: "Visites" }] : []),
          ...(mayReadContracts ? [{ to: at("/contrat"), label: "Contrat" }] : []),
          ...(visits.read ? [{ to: at("/chances"), label: "Chances de signature" }] : []),
          { to: at("/cabinet"), label: "Cabinet" },
          ...(mayRecruit
            ? [
                { to: at("/locaux"), label: "Locaux" },
                { to: at("/candidats"), label: "Candidats" },
              ]
            : []),
          { to: at("/donnees"), label: "Données et sources" },
        ]}
      />
      <Outlet context={file satisfies DoctorFile} />
    </div>
  );
}

function Who({ doctor }: { doctor: ReturnType<typeof useLoaderData<typeof loader>>["doctor"] }) {
  const { specialty, structure, address, postcode, town, phone, rpps } = doctor;
  const where = [structure, address, [postcode, town].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  return (
    <span className="doctor-who">
      <span>{specialty}</span>
      {where && <span>{where}</span>}
      {phone && (
        <a href={`tel:${phone}`} className="nowrap">
          {formatPhone(phone)}
        </a>
      )}
      <span className="nowrap tabular">RPPS {rpps}</span>
    </span>
  );
}

function Call({ phone }: { phone: string }) {
  return (
    <a href={`tel:${phone}`} className={buttonClass({ kind: "primary" })}>
      <Icon name="phone" />
      <span>Appeler</span>
    </a>
  );
}

/** Another sector, another fund or nobody: the same page, which says nothing of what exists elsewhere. */
export function ErrorBoundary() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error) || error.status !== 404) throw error;
  return (
    <ErrorPage
      title="Médecin introuvable"
      what="Ce médecin n'est pas dans les secteurs que vous suivez, ou l'adresse contient une erreur."
      todo="Cherchez son nom dans la liste."
      action={
        <LinkButton to="/medecins" icon="search">
          Chercher un médecin
        </LinkButton>
      }
    />
  );
}
