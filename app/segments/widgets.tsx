import type { ReactNode } from "react";
import { Select } from "~/ui/select";
import type { Choices } from "./choices";
import { type Criterion, type Kind, MOST } from "./criteria";
import {
  CHANNELS,
  FACT_NAMES,
  FAILINGS,
  FEE_SECTORS,
  HEARD,
  LAST_VISITS,
  SIDES,
  SPECIALTIES,
  STAGES,
  VERDICTS,
  ZONES,
} from "./labels";
import { Boxes, One, optionsOf } from "./widget-boxes";
import { NumberField, RangeFields } from "./widget-numbers";

interface WidgetProps<K extends Kind> {
  asked: Criterion<K>;
  change: (asked: Criterion<K>) => void;
  choices: Choices;
  /** For fields that need an id of their own. */
  id: string;
}

type Widget<K extends Kind> = (props: WidgetProps<K>) => ReactNode;

/** How each criterion is filled in. */
const WIDGETS: { readonly [K in Kind]: Widget<K> } = {
  verdict: worded("Réponse", VERDICTS),
  failing: worded("Écartés par", FAILINGS),
  nearness: ({ asked, change }) => (
    <>
      <One label="Côté" options={optionsOf(SIDES)} chosen={asked.side} change={(side) => change({ ...asked, side })} />
      <RangeFields
        value={asked}
        unit="patients"
        least={0}
        most={MOST.patients}
        change={(ends) => change({ ...asked, ...ends })}
      />
    </>
  ),
  zone: worded("Zone", ZONES),
  specialty: worded("Spécialité", SPECIALTIES),
  "fee-sector": worded("Secteur conventionnel", FEE_SECTORS),
  sector: ({ asked, change, choices }) => (
    <Boxes
      label="Secteurs"
      options={named(choices.sectors)}
      chosen={asked.is}
      change={(is) => change({ ...asked, is })}
    />
  ),
  fund: ({ asked, change, choices }) => (
    <Boxes label="Caisses" options={named(choices.funds)} chosen={asked.is} change={(is) => change({ ...asked, is })} />
  ),
  "practice-size": ({ asked, change }) => (
    <RangeFields
      value={asked}
      unit="médecins"
      least={1}
      most={MOST.doctors}
      change={(ends) => change({ ...asked, ...ends })}
    />
  ),
  priority: ({ asked, change }) => (
    <RangeFields
      value={asked}
      unit="points"
      least={0}
      most={MOST.points}
      change={(ends) => change({ ...asked, ...ends })}
    />
  ),
  stage: worded("Étape", STAGES),
  contact: ({ asked, change }) => <Contact asked={asked} change={change} />,
  "last-visit": worded("Résultat", LAST_VISITS),
  objection: worded("Objections, au moins une de", HEARD),
  campaign: (props) => <Campaign {...props} />,
  booked: ({ asked, change }) => (
    <YesNo
      label="Visite prévue"
      yes={asked.yes}
      change={(yes) => change({ ...asked, yes })}
      words={["Une visite est prévue", "Aucune visite prévue"]}
    />
  ),
  contract: ({ asked, change }) => (
    <YesNo
      label="Contrat"
      yes={asked.signed}
      change={(signed) => change({ ...asked, signed })}
      words={["Contrat signé", "Pas de contrat signé"]}
    />
  ),
  "unknown-fact": worded("On ignore au moins", FACT_NAMES),
  email: ({ asked, change }) => (
    <YesNo
      label="Adresse e-mail"
      yes={asked.usable}
      change={(usable) => change({ ...asked, usable })}
      words={["Une adresse utilisable", "Aucune adresse utilisable"]}
    />
  ),
  "opt-out": ({ asked, change }) => (
    <>
      <YesNo
        label="Opposition"
        yes={asked.noted}
        change={(noted) => change({ ...asked, noted })}
        words={["Opposés", "Sans opposition"]}
      />
      <Boxes label="À quoi" options={optionsOf(CHANNELS)} chosen={asked.of} change={(of) => change({ ...asked, of })} />
    </>
  ),
};

export function CriterionWidget({ asked, ...props }: WidgetProps<Kind>) {
  const Fields = WIDGETS[asked.kind] as Widget<Kind>;
  return <Fields asked={asked} {...props} />;
}

type Worded = Extract<Criterion, { is: readonly string[] }>;

/** Boxes to tick, for criteria that are a list of words. */
function worded<C extends Worded>(label: string, words: Readonly<Record<C["is"][number], string>>) {
  const options = optionsOf(words as Readonly<Record<string, string>>);
  return ({ asked, change }: { asked: C; change: (asked: C) => void }) => (
    <Boxes
      label={label}
      options={options}
      chosen={asked.is as readonly string[]}
      change={(is) => change({ ...asked, is } as C)}
    />
  );
}

function named<Id extends number>(choices: readonly { readonly id: Id; readonly name: string }[]) {
  return choices.map(({ id, name }) => ({ value: id, label: name }));
}

interface YesNoProps {
  label: string;
  yes: boolean;
  words: readonly [yes: string, no: string];
  change: (yes: boolean) => void;
}

function YesNo({ label, yes, words, change }: YesNoProps) {
  const options = [
    { value: "yes", label: words[0] },
    { value: "no", label: words[1] },
  ] as const;
  return (
    <One label={label} options={options} chosen={yes ? "yes" : "no"} change={(value) => change(value === "yes")} />
  );
}

const CONTACTS = { never: "jamais", within: "depuis moins longtemps que", before: "il y a plus longtemps que" };

function Contact({ asked, change }: Pick<WidgetProps<"contact">, "asked" | "change">) {
  const days = asked.when === "never" ? 90 : asked.days;
  return (
    <>
      <One
        label="Dernier contact"
        options={optionsOf(CONTACTS)}
        chosen={asked.when}
        change={(when) => change(when === "never" ? { kind: "contact", when } : { kind: "contact", when, days })}
      />
      {asked.when !== "never" && (
        <NumberField
          label="Nombre de jours"
          unit="jours"
          value={asked.days}
          least={1}
          most={MOST.days}
          change={(given) => change({ ...asked, days: given ?? days })}
        />
      )}
    </>
  );
}

function Campaign({ asked, change, choices, id }: WidgetProps<"campaign">) {
  return (
    <>
      <YesNo
        label="Campagne"
        yes={asked.received}
        change={(received) => change({ ...asked, received })}
        words={["Reçue", "Pas reçue"]}
      />
      <Select
        name={`${id}-campaign`}
        label="Laquelle"
        placeholder="N'importe laquelle"
        value={asked.campaignId ?? ""}
        options={choices.campaigns.map((each) => ({ value: each.id, label: each.name }))}
        onChange={(event) => change({ ...asked, campaignId: event.currentTarget.value || null })}
      />
      <NumberField
        label="Depuis"
        unit="jours"
        value={asked.days}
        least={1}
        most={MOST.days}
        optional
        change={(days) => change({ ...asked, days })}
      />
    </>
  );
}
