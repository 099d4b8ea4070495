import { Form, useNavigation } from "@remix-run/react";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox";
import { FormErrors, type FormProblems } from "~/ui/form-errors";
import { Icon } from "~/ui/icon";
import { Panel } from "~/ui/panel";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { CATEGORY_LABELS } from "../campaign";
import { ALWAYS, type JourneyStep, STOP_HELP, STOP_LABELS, STOP_RULES, type StopRule } from "./journey";
import { StepsEditor } from "./steps-editor";

interface Option {
  readonly value: string;
  readonly label: string;
}

interface Draft {
  readonly version: number;
  readonly name: string;
  readonly segment_id: string | null;
  readonly category: string;
  readonly sender_name: string;
  readonly reason: string;
  readonly holdout_percent: number;
  readonly steps: readonly JourneyStep[];
  readonly stops: readonly StopRule[];
}

export interface JourneyEditorProps {
  journey: Draft;
  segments: readonly Option[];
  letters: readonly Option[];
  /** Something is missing: saving is what comes next. */
  isUnfinished: boolean;
  problems: FormProblems | undefined;
  message: string | undefined;
}

/** Who enters, which steps, what stops: kept as it is at each « Enregistrer », finished or not. */
export function JourneyEditor(props: JourneyEditorProps) {
  const { journey, segments, letters, isUnfinished, problems = {}, message } = props;
  const isBusy = useNavigation().formData?.get("intent") === "save";
  return (
    <Form method="post" className="journey-editor" noValidate>
      <input type="hidden" name="intent" value="save" />
      <input type="hidden" name="version" value={journey.version} />
      <FormErrors problems={problems} message={message} />
      <div className="columns">
        <TextInput
          name="name"
          label="Nom du parcours"
          help="Les médecins ne le voient pas."
          defaultValue={journey.name}
          error={problems.name}
        />
        <Select
          name="segment"
          label="Public"
          placeholder="Choisissez un segment"
          defaultValue={journey.segment_id ?? ""}
          options={segments}
          help="Ses critères sont repris à l'enregistrement, puis relus chaque nuit."
          error={problems.segment}
        />
      </div>
      <Panel title="Les étapes">
        <StepsEditor initial={journey.steps} letters={letters} error={problems.steps} />
      </Panel>
      <Panel title="Ce qui arrête le parcours pour un médecin">
        <div className="stack">
          <div className="journey-always">
            <Icon name="lock" small />
            <div>
              {STOP_LABELS[ALWAYS]}
              <p className="field-help">{STOP_HELP[ALWAYS]}</p>
            </div>
          </div>
          {STOP_RULES.filter((rule) => rule !== ALWAYS).map((rule) => (
            <Checkbox
              key={rule}
              id={`stop-${rule}`}
              name="stops"
              value={rule}
              label={STOP_LABELS[rule]}
              help={STOP_HELP[rule]}
              defaultChecked={journey.stops.includes(rule)}
            />
          ))}
        </div>
      </Panel>
      <Panel title="Ce que les lettres disent d'elles-mêmes">
        <Frame journey={journey} problems={problems} />
      </Panel>
      <div className="form-actions">
        <Button type="submit" kind={isUnfinished ? "primary" : "secondary"} busy={isBusy}>
          Enregistrer le parcours
        </Button>
      </div>
    </Form>
  );
}

function Frame({ journey, problems }: { journey: Draft; problems: FormProblems }) {
  return (
    <div className="stack">
      <div className="columns">
        <TextInput
          name="sender"
          label="Expéditeur"
          help="Le nom que les médecins voient."
          defaultValue={journey.sender_name}
          error={problems.sender}
        />
        <Select
          name="category"
          label="Nature"
          help="Les oppositions se disent par nature."
          defaultValue={journey.category}
          options={(["information", "event"] as const).map((value) => ({ value, label: CATEGORY_LABELS[value] }))}
          error={problems.category}
        />
      </div>
      <TextInput
        name="reason"
        label="Pourquoi le médecin reçoit ces lettres"
        help="Une phrase entière, écrite au pied de chaque lettre."
        defaultValue={journey.reason}
        error={problems.reason}
      />
      <TextInput
        name="holdout"
        label="Part mise de côté pour comparer"
        help="Tirée par cabinet à l'entrée : ces médecins ne vivent aucune étape."
        inputMode="numeric"
        width="short"
        unit="%"
        defaultValue={String(journey.holdout_percent)}
        error={problems.holdout}
      />
    </div>
  );
}
