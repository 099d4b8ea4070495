import type { Day } from "~/calendar/day";
import { formatPhone } from "~/format/phone";
import { ReadAgain } from "~/premises/read-again";
import { RadioCards } from "~/ui/radio-cards";
import { Select } from "~/ui/select";
import { TextArea, TextInput } from "~/ui/text-input";
import { HOURS, type Hours, PROFILES, type Profile } from "./candidate";
import { HOURS_LABELS, PROFILE_LABELS } from "./labels";

interface CandidateFieldsProps {
  readonly problems: Record<string, string[]> | undefined;
  readonly today: Day;
  readonly candidate?: {
    readonly first_name: string;
    readonly last_name: string;
    readonly profile: Profile;
    readonly email: string | null;
    readonly phone: string | null;
    readonly commune: string;
    readonly department: string;
    readonly available_on: Day;
    readonly hours: Hours;
    readonly mobility_km: number;
    readonly note: string;
  };
}

/** Who the person is, how to reach them, and what they look for. */
export function CandidateFields({ problems, today, candidate }: CandidateFieldsProps) {
  return (
    <>
      <div className="columns">
        <TextInput
          name="firstName"
          label="Prénom"
          autoComplete="off"
          defaultValue={candidate?.first_name}
          error={problems?.firstName}
        />
        <TextInput
          name="lastName"
          label="Nom"
          autoComplete="off"
          defaultValue={candidate?.last_name}
          error={problems?.lastName}
        />
      </div>
      <Select
        name="profile"
        label="Profil"
        placeholder="Choisissez le profil"
        defaultValue={candidate?.profile ?? ""}
        options={PROFILES.map((value) => ({ value, label: PROFILE_LABELS[value] }))}
        error={problems?.profile}
      />
      <div className="columns">
        <TextInput
          name="email"
          label="Adresse e-mail"
          type="email"
          optional
          autoComplete="off"
          defaultValue={candidate?.email ?? ""}
          error={problems?.email}
          help="Sans adresse, ni lettre ni mise en relation."
        />
        <TextInput
          name="phone"
          label="Téléphone"
          type="tel"
          optional
          autoComplete="off"
          defaultValue={candidate?.phone ? formatPhone(candidate.phone) : ""}
          error={problems?.phone}
        />
      </div>
      <div className="columns">
        <TextInput
          name="commune"
          label="Commune"
          defaultValue={candidate && `${candidate.commune} (${candidate.department})`}
          error={problems?.commune}
          help="Son nom ou son code postal. L'adresse n'est pas demandée."
        />
        <TextInput
          name="mobilityKm"
          label="Distance acceptée"
          inputMode="numeric"
          width="short"
          unit="km"
          defaultValue={String(candidate?.mobility_km ?? 20)}
          error={problems?.mobilityKm}
        />
      </div>
      <RadioCards
        name="hours"
        label="Temps de travail souhaité"
        defaultValue={candidate?.hours ?? "either"}
        cards={HOURS.map((value) => ({ value, title: HOURS_LABELS[value] }))}
        error={problems?.hours}
      />
      <TextInput
        name="availableOn"
        label="Disponible à partir du"
        type="date"
        width="medium"
        defaultValue={candidate?.available_on ?? today}
        error={problems?.availableOn}
      />
      <TextArea
        name="note"
        label="Note"
        optional
        rows={2}
        defaultValue={candidate?.note}
        error={problems?.note}
        help="Ce qui aide à trouver un cabinet. La personne peut demander à la lire."
      />
      <ReadAgain error={problems?.note} />
    </>
  );
}
