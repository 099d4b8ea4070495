import { Form, useNavigation } from "@remix-run/react";
import type { Instant } from "~/calendar/day";
import { hhmm, wallAt } from "~/calendar/zoned";
import { PARIS } from "~/calendar/zones";
import { Button } from "~/ui/button";
import { FormErrors, type FormProblems } from "~/ui/form-errors";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { CATEGORIES, CATEGORY_LABELS, type Category } from "./campaign";

interface Draft {
  readonly name: string;
  readonly category: Category;
  readonly purpose: string;
  readonly sender_name: string;
  readonly reply_to: string | null;
  readonly reason: string;
  readonly segment_id: string | null;
  readonly per_minute: number | null;
  readonly window_from: number | null;
  readonly window_to: number | null;
  readonly not_after: Instant | null;
  readonly starts_at: Instant | null;
  readonly holdout_percent: number;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

export interface PreparationFormProps {
  draft: Draft;
  segments: readonly Option[];
  letters: readonly Option[];
  letter: string;
  problems: FormProblems | undefined;
  message: string | undefined;
}

const momentOf = (at: Instant | null) => {
  if (at === null) return "";
  const { day, minutes } = wallAt(at, PARIS);
  return `${day}T${hhmm(minutes)}`;
};
const hourOf = (minutes: number | null) => (minutes === null ? "" : hhmm(Math.min(minutes, 1439)));

/** Who is written to, what, by whom and when; kept as it is at each « Enregistrer », finished or not. */
export function PreparationForm({ draft, segments, letters, letter, problems = {}, message }: PreparationFormProps) {
  const isBusy = useNavigation().formData?.get("intent") === "prepare";
  return (
    <Form method="post" className="form" noValidate>
      <input type="hidden" name="intent" value="prepare" />
      <FormErrors problems={problems} message={message} />
      <TextInput name="name" label="Nom de la campagne" defaultValue={draft.name} error={problems.name} />
      <Select
        name="category"
        label="Nature"
        defaultValue={draft.category}
        options={CATEGORIES.map((value) => ({ value, label: CATEGORY_LABELS[value] }))}
        error={problems.category}
      />
      <Select
        name="segment"
        label="Public"
        placeholder="Choisissez un segment"
        defaultValue={draft.segment_id ?? ""}
        options={segments}
        help="Les segments se construisent dans la page « Segments »."
        error={problems.segment}
      />
      <Select
        name="letter"
        label="Lettre"
        placeholder="Choisissez une lettre"
        defaultValue={letter}
        options={letters}
        help="La lettre est reprise telle qu'elle est maintenant."
        error={problems.letter}
      />
      <TextInput
        name="purpose"
        label="Finalité"
        help="À quoi sert ce courriel, pour le registre des traitements."
        defaultValue={draft.purpose}
        error={problems.purpose}
      />
      <TextInput
        name="sender"
        label="Expéditeur"
        help="Le nom que les médecins voient."
        defaultValue={draft.sender_name}
        error={problems.sender}
      />
      <TextInput
        name="replyTo"
        type="email"
        label="Adresse de réponse"
        optional
        defaultValue={draft.reply_to ?? ""}
        error={problems.replyTo}
      />
      <TextInput
        name="reason"
        label="Pourquoi le médecin reçoit ce courriel"
        help="Une phrase entière, écrite au pied de la lettre."
        defaultValue={draft.reason}
        error={problems.reason}
      />
      <When draft={draft} problems={problems} />
      <TextInput
        name="holdout"
        label="Part mise de côté pour comparer"
        help="Tirée par cabinet : ces médecins ne reçoivent rien, et disent ce que la campagne a changé."
        inputMode="numeric"
        width="short"
        unit="%"
        defaultValue={String(draft.holdout_percent)}
        error={problems.holdout}
      />
      <div className="form-actions">
        <Button type="submit" busy={isBusy}>
          Enregistrer la préparation
        </Button>
      </div>
    </Form>
  );
}

function When({ draft, problems }: { draft: Draft; problems: FormProblems }) {
  return (
    <fieldset className="stack">
      <legend className="field-label">Quand</legend>
      <div className="columns moments">
        <TextInput
          name="startsAt"
          type="datetime-local"
          label="Départ"
          optional
          help="Heure de Paris. Sans date, l'envoi part dès la validation."
          defaultValue={momentOf(draft.starts_at)}
          error={problems.startsAt}
        />
        <TextInput
          name="notAfter"
          type="datetime-local"
          label="Ne pas envoyer après"
          optional
          defaultValue={momentOf(draft.not_after)}
          error={problems.notAfter}
        />
      </div>
      <div className="columns moments">
        <TextInput
          name="windowFrom"
          type="time"
          label="Au plus tôt"
          help="À l'heure du cabinet, jours ouvrés."
          defaultValue={hourOf(draft.window_from)}
          error={problems.windowFrom}
        />
        <TextInput
          name="windowTo"
          type="time"
          label="Au plus tard"
          defaultValue={hourOf(draft.window_to)}
          error={problems.windowTo}
        />
        <TextInput
          name="perMinute"
          label="Rythme"
          optional
          inputMode="numeric"
          width="short"
          unit="par minute"
          defaultValue={draft.per_minute === null ? "" : String(draft.per_minute)}
          error={problems.perMinute}
        />
      </div>
    </fieldset>
  );
}
