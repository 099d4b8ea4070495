import { Link } from "@remix-run/react";
import type { Instant } from "~/calendar/day";
import { hhmm, wallAt } from "~/calendar/zoned";
import { clockTime, longDay } from "~/format/dates";
import { french } from "~/format/typography";
import { LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";

/** What the detours are counted with; the sentence stands under the calendar. */
const BASIS: Record<string, string> = {
  road: "Le détour compte la route en plus dans votre journée, stationnement compris, d'après les temps routiers.",
  estimate:
    "Le détour compte la route en plus dans votre journée, stationnement compris. Temps estimés à vol d'oiseau.",
  "no-place": "Personne ne sait où se trouve ce cabinet : les heures sont possibles, sans détour ni trajet comptés.",
  colleague: "Cette visite est dans la semaine d'une ou d'un collègue : les trajets ne sont pas comptés.",
};

export function Basis({ basis, isApproximate }: { basis: string; isApproximate: boolean }) {
  if (basis === "no-base")
    return (
      <Notice
        kind="attention"
        title="Sans point de départ, pas de détour"
        action={<LinkButton to="/visites/reglages">Indiquer mon point de départ</LinkButton>}
      >
        Les heures ci-dessous sont libres dans votre agenda ; le temps de route n'est pas compté.
      </Notice>
    );
  const isCounted = basis === "road" || basis === "estimate";
  return (
    <p className="soft small">
      {BASIS[basis]}
      {isCounted && isApproximate && " Le cabinet est placé au centre de sa commune."}
    </p>
  );
}

export function AssumedHours({ doctorId }: { doctorId: number }) {
  return (
    <p className="soft small">
      {french("Horaires supposés : du lundi au vendredi, de 9 h à 12 h et de 14 h à 18 h.")}{" "}
      <Link to={`/medecins/${doctorId}/visites#horaires`}>Noter les vrais horaires</Link>
    </p>
  );
}

interface Coming {
  id: string;
  starts_at: Instant;
  zone: string;
  isMine: boolean;
  delegate: string | null;
}

/** Somebody, perhaps oneself, already goes there. */
export function AlreadyComing({ visits }: { visits: readonly Coming[] }) {
  const [first] = visits;
  if (!first) return null;
  const { day, minutes } = wallAt(first.starts_at, first.zone);
  return (
    <Notice kind="attention">
      Une visite est déjà prévue {longDay(day)} à {clockTime(hhmm(minutes))}
      {first.isMine ? "" : `, par ${first.delegate ?? "une collègue ou un collègue"}`}.{" "}
      <Link to={`/visites/${first.id}`}>Voir cette visite</Link>
    </Notice>
  );
}

const REFUSALS: Record<string, string> = {
  refuses:
    "Ce médecin ne souhaite plus recevoir de visite. Son choix se lève dans l'onglet « Visites », s'il revient dessus.",
  gone: "L'annuaire ne nomme plus ce médecin. Vérifiez où il exerce avant de prévoir une visite.",
};

export function Refusal({ refusal, doctorId }: { refusal: string; doctorId: number }) {
  return (
    <Notice
      kind="danger"
      title="Pas de visite possible"
      action={<LinkButton to={`/medecins/${doctorId}/visites`}>Voir ses visites</LinkButton>}
    >
      {REFUSALS[refusal]}
    </Notice>
  );
}
