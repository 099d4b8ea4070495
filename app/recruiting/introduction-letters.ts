import { dayMonthYear } from "~/format/dates";
import { fullName, politeName } from "~/format/names";
import { formatPhone } from "~/format/phone";
import { french } from "~/format/typography";
import type { Hours, Profile } from "./candidate";
import type { Party } from "./introduction";
import { HOURS_LABELS, PROFILE_LABELS } from "./labels";

interface Introduced {
  readonly candidate: {
    readonly first_name: string;
    readonly last_name: string;
    readonly profile: Profile;
    readonly commune: string;
    readonly hours: Hours;
    readonly available_on: string;
    readonly email: string | null;
    readonly phone: string | null;
  };
  readonly doctor: {
    readonly first_name: string;
    readonly last_name: string;
    readonly address: string | null;
    readonly postcode: string | null;
    readonly town: string | null;
    readonly phone: string | null;
  };
  readonly doctorEmail: string;
  /** Who introduces them, and answers questions. */
  readonly by: string;
}

/** The same news to both, each with what reaches the other. */
export function introductionLetters(facts: Introduced): Record<Party, { subject: string; body: string }> {
  const candidate = fullName({ lastName: facts.candidate.last_name, firstName: facts.candidate.first_name });
  const doctor = politeName({ lastName: facts.doctor.last_name, firstName: facts.doctor.first_name });
  return {
    candidate: {
      subject: french(`Mise en relation avec le ${doctor}`),
      body: french(
        [
          `Bonjour ${candidate},`,
          `Comme vous l'avez accepté, je vous mets en relation avec le ${doctor}, qui souhaite recruter un assistant médical.`,
          doctorLines(doctor, facts).join("\n"),
          "Le cabinet a reçu vos coordonnées et votre profil. Le choix reste entièrement le vôtre et le sien.",
          `Bien cordialement,\n${facts.by}`,
        ].join("\n\n"),
      ),
    },
    doctor: {
      subject: french(`Une personne intéressée par le poste d'assistant médical : ${candidate}`),
      body: french(
        [
          "Bonjour Docteur,",
          `Comme vous l'avez accepté, je vous mets en relation avec ${candidate}, qui souhaite devenir assistant médical.`,
          candidateLines(candidate, facts).join("\n"),
          "Cette personne a reçu les coordonnées de votre cabinet. Ses propres coordonnées ne servent qu'à ce recrutement.",
          `Bien cordialement,\n${facts.by}`,
        ].join("\n\n"),
      ),
    },
  };
}

function doctorLines(name: string, { doctor, doctorEmail }: Introduced): string[] {
  const place = [doctor.address, [doctor.postcode, doctor.town].filter(Boolean).join(" ")].filter(Boolean).join(", ");
  return [
    name,
    ...(place === "" ? [] : [place]),
    ...(doctor.phone === null ? [] : [`Téléphone : ${formatPhone(doctor.phone)}`]),
    `Courriel : ${doctorEmail}`,
  ];
}

function candidateLines(name: string, { candidate }: Introduced): string[] {
  return [
    name,
    `${PROFILE_LABELS[candidate.profile]}, ${candidate.commune}`,
    `Cherche : ${HOURS_LABELS[candidate.hours]}, à partir du ${dayMonthYear(candidate.available_on)}`,
    ...(candidate.phone === null ? [] : [`Téléphone : ${formatPhone(candidate.phone)}`]),
    ...(candidate.email === null ? [] : [`Courriel : ${candidate.email}`]),
  ];
}
