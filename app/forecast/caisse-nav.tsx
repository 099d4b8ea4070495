import { Chip, Chips } from "~/ui/chip";
import { TabsNav } from "~/ui/tabs-nav";

interface Choice {
  readonly code: string;
  readonly name: string;
}

const TABS = [
  { to: "/prevision", label: "Prévision", end: true },
  { to: "/prevision/modele", label: "Probabilité de signature", end: true },
] as const;

/** The two pages of a caisse; who follows several goes from one to the other here. */
export function CaisseNav({ choices, code }: { choices: readonly Choice[]; code: string | null }) {
  const kept = choices.length > 0 && code !== null ? `?caisse=${code}` : "";
  return (
    <>
      <TabsNav label="Prévision de la caisse" tabs={TABS.map((tab) => ({ ...tab, to: `${tab.to}${kept}` }))} />
      {choices.length > 0 && (
        <Chips label="Caisse">
          {choices.map((each) => (
            <Chip key={each.code} to={`?caisse=${each.code}`} isOn={each.code === code}>
              {each.name}
            </Chip>
          ))}
        </Chips>
      )}
    </>
  );
}
