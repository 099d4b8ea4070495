import { useState } from "react";
import { dayMonthYear } from "~/format/dates";
import { number } from "~/format/numbers";
import { french } from "~/format/typography";
import { Button } from "~/ui/button";
import { Menu } from "~/ui/menu";
import { Panel } from "~/ui/panel";
import { PROFILE_LABELS, SOLUTION_LABELS, TRAINING_LABELS } from "./assistant";
import { type AssistantAct, AssistantDialog } from "./assistant-dialog";
import type { OpenedContract } from "./contract.server";

type Assistant = OpenedContract["assistants"][number];

/** Who was hired, their training, and what became of the secretary's post. */
export function AssistantsPanel({ contract }: { contract: OpenedContract }) {
  const [act, setAct] = useState<{ act: AssistantAct; assistant: Assistant | null } | null>(null);
  const { assistants, state, mayPrepare } = contract;
  const mayAct = mayPrepare && (state === "running" || state === "suspended");
  return (
    <Panel
      title="Assistants"
      aside={
        mayAct && (
          <Button icon="plus" onClick={() => setAct({ act: "assistant", assistant: null })}>
            Ajouter
          </Button>
        )
      }
    >
      {assistants.length === 0 && <p className="soft">Aucun assistant embauché pour le moment.</p>}
      <ul className="assistants" id="assistants">
        {assistants.map((assistant) => (
          <li key={assistant.id}>
            <AssistantFacts assistant={assistant} />
            {mayAct && <Acts assistant={assistant} onAct={(chosen) => setAct({ act: chosen, assistant })} />}
          </li>
        ))}
      </ul>
      {act && <AssistantDialog {...act} today={contract.today} onClose={() => setAct(null)} />}
    </Panel>
  );
}

function AssistantFacts({ assistant }: { assistant: Assistant }) {
  const { name, profile, weekly_minutes, hired_on, left_on, replaced_by } = assistant;
  const facts = [
    `embauché le ${dayMonthYear(hired_on)}`,
    left_on && `parti le ${dayMonthYear(left_on)}`,
    replaced_by && `remplacé par ${replaced_by}`,
  ].filter(Boolean);
  return (
    <span className="stack stack-tight">
      <strong>{name}</strong>
      <span>
        {PROFILE_LABELS[profile]}, {number(weekly_minutes / 60, 1)} h par semaine
      </span>
      <span className="soft small">{french(facts.join(", "))}</span>
      {left_on === null && <span className="soft small">{french(training(assistant))}</span>}
      {assistant.was_secretary && left_on === null && (
        <span className="soft small">{french(secretary(assistant))}</span>
      )}
    </span>
  );
}

function training({ training, training_started_on, certified_on }: Assistant): string {
  const name = training === null ? "formation" : TRAINING_LABELS[training];
  if (certified_on) return `Qualifié le ${dayMonthYear(certified_on)} : ${name}`;
  if (training_started_on) return `En formation depuis le ${dayMonthYear(training_started_on)} : ${name}`;
  return `À former : ${name}`;
}

function secretary({ secretary_replaced_on, secretary_solution }: Assistant): string {
  if (secretary_replaced_on === null || secretary_solution === null) return "Ancien secrétaire : poste à remplacer";
  return `Secrétariat réorganisé le ${dayMonthYear(secretary_replaced_on)} : ${SOLUTION_LABELS[secretary_solution]}`;
}

function Acts({ assistant, onAct }: { assistant: Assistant; onAct: (act: AssistantAct) => void }) {
  const { left_on, replaced_by, training_started_on, certified_on, was_secretary, secretary_replaced_on } = assistant;
  const acts: { id: AssistantAct; label: string; isOpen: boolean }[] = [
    { id: "training", label: "Noter l'entrée en formation", isOpen: !left_on && !training_started_on && !certified_on },
    { id: "certificate", label: "Noter l'attestation", isOpen: !left_on && !certified_on },
    { id: "secretary", label: "Noter le remplacement du secrétaire", isOpen: was_secretary && !secretary_replaced_on },
    { id: "left", label: "Noter le départ", isOpen: !left_on },
    { id: "assistant", label: "Remplacer", isOpen: left_on !== null && !replaced_by },
  ];
  const open = acts.filter(({ isOpen }) => isOpen);
  if (open.length === 0) return null;
  return (
    <Menu
      label={`Noter pour ${assistant.name}`}
      icon="more"
      iconOnly
      kind="quiet"
      entries={open.map(({ id, label }) => ({ id, label, onAction: () => onAct(id) }))}
    />
  );
}
