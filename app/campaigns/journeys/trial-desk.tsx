import { useSearchParams } from "@remix-run/react";
import { useState } from "react";
import { addDays, type Day, isDay } from "~/calendar/day";
import { longDay } from "~/format/dates";
import { french } from "~/format/typography";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox";
import { Panel } from "~/ui/panel";
import { useShortcuts } from "~/ui/shortcuts";
import { TextInput } from "~/ui/text-input";
import { DoctorSearch } from "../letters/doctor-choice";
import type { Happened, JourneyPlan } from "./advance";
import { datedSteps, nextEventAfter, replay } from "./replay";
import { TrialFacts } from "./trial-facts";
import { TrialSteps } from "./trial-steps";
import { passedOf } from "./words";

interface TrialDeskProps {
  plan: JourneyPlan;
  letters: ReadonlyMap<string, string>;
  /** With what would hold a letter back today. */
  doctor: { id: number; name: string; town: string; barrier: string | null } | null;
  department: string;
  startsOn: Day;
}

/** No try is told further than this. */
const FAR_DAYS = 1_500;

/** A clock of one's own over the rule that moves real doctors. */
export function TrialDesk({ plan, letters, doctor, department, startsOn }: TrialDeskProps) {
  const [today, setToday] = useState(startsOn);
  const [facts, setFacts] = useState<Happened>({});
  const [isPrompt, setPrompt] = useState(true);
  const [done, setDone] = useState<Readonly<Record<number, Day>>>({});
  const doneOn = isPrompt ? {} : Object.fromEntries(plan.steps.map((_, at) => [at, done[at] ?? null]));
  const whole = replay(plan, { startsOn, department, facts, doneOn }, addDays(startsOn, FAR_DAYS));
  const { steps, end } = datedSteps(whole);
  const isOver = end !== null && end.on <= today;
  const nextOn = nextEventAfter(whole, today);
  const forward = () => !isOver && setToday(addDays(today, 1));
  const jump = () => nextOn !== null && setToday(nextOn);
  const again = () => {
    setToday(startsOn);
    setFacts({});
    setDone({});
  };
  useShortcuts([
    { keys: "j", label: "Avancer d'un jour", run: forward },
    { keys: "e", label: "Aller à ce qui arrive ensuite", run: jump },
  ]);
  return (
    <>
      <Whom doctor={doctor} startsOn={startsOn} />
      <Panel title="L'horloge">
        <div className="stack">
          <p className="journey-today" role="status">
            {longDay(today)}
          </p>
          <div className="journey-clock">
            <Button kind="primary" icon="arrow-right" disabled={nextOn === null} onClick={jump}>
              {nextOn === null ? "Plus rien n'arrive" : "Aller à ce qui arrive ensuite"}
            </Button>
            <Button disabled={isOver} onClick={forward}>
              Avancer d'un jour
            </Button>
            <Button kind="quiet" icon="undo" onClick={again}>
              Recommencer
            </Button>
          </div>
          <Checkbox
            name="prompt"
            label="Les délégués font chaque tâche le jour où elle est demandée"
            help="Sinon, elle attend que vous la disiez faite, ou qu'elle soit passée."
            checked={isPrompt}
            onChange={({ currentTarget: { checked } }) => setPrompt(checked)}
          />
        </div>
      </Panel>
      <div className="journey-trial">
        <TrialSteps
          steps={plan.steps}
          dated={steps}
          end={end}
          today={today}
          letters={letters}
          onDone={isPrompt ? null : (step) => setDone({ ...done, [step]: today })}
        />
        <TrialFacts
          stops={plan.stops}
          facts={facts}
          today={today}
          isOver={isOver}
          onChange={(change) => setFacts({ ...facts, ...change })}
        />
      </div>
    </>
  );
}

/** Whom and from when: they are in the address, so that a try can be shown to a colleague. */
function Whom({ doctor, startsOn }: Pick<TrialDeskProps, "doctor" | "startsOn">) {
  const [, setSearch] = useSearchParams();
  const change = (name: string, value: string) =>
    setSearch(
      (search) => {
        search.set(name, value);
        return search;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <Panel title={doctor === null ? "Un médecin quelconque de la caisse" : `${doctor.name}, ${doctor.town}`}>
      <div className="journey-clock">
        <DoctorSearch label="Essayer sur" onFound={(id) => change("medecin", String(id))} />
        <TextInput
          name="debut"
          label="Jour d'entrée"
          type="date"
          width="medium"
          defaultValue={startsOn}
          onChange={({ currentTarget: { value } }) => isDay(value) && change("debut", value)}
        />
      </div>
      {doctor !== null && doctor.barrier !== null && (
        <p className="soft">{french(`Aujourd'hui, une lettre ne lui partirait pas : ${passedOf(doctor.barrier)}.`)}</p>
      )}
    </Panel>
  );
}
