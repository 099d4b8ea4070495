import { Chip, Chips, RemovableChip } from "~/ui/chip";
import {
  type FilterName,
  type Filters,
  filterLabel,
  listAddress,
  type NamesByNumber,
  NO_FILTERS,
  namesInForce,
  without,
} from "./filters";

interface Choice {
  label: string;
  change: Partial<Filters>;
}

const RANKED: readonly Choice[] = [
  { label: "ZIP", change: { zone: "ZIP" } },
  { label: "ZAC", change: { zone: "ZAC" } },
  { label: "Hors ZIP et ZAC", change: { zone: "autres" } },
  { label: "Zone inconnue", change: { zone: "inconnue" } },
  { label: "Éligibles", change: { verdict: "oui" } },
  { label: "À vérifier", change: { verdict: "a-verifier" } },
  { label: "Non éligibles", change: { verdict: "non" } },
  { label: "Question à poser", change: { question: true } },
];
const ALWAYS: readonly Choice[] = [
  { label: "Généralistes", change: { specialite: "generalistes" } },
  { label: "Spécialistes", change: { specialite: "specialistes" } },
  { label: "Absents de l'annuaire", change: { absents: true } },
];

/** Pressing a chip that is on takes it off; zone, verdict and question do not apply to those who left the directory. */
export function ListChips({ filters, names }: { filters: Filters; names: NamesByNumber }) {
  const choices = filters.absents ? ALWAYS : [...RANKED, ...ALWAYS];
  const typed = namesInForce(filters).filter((name) => isTyped(filters, name));
  return (
    <Chips label="Filtres de la liste">
      {typed.map((name) => (
        <RemovableChip key={name} to={listAddress(without(filters, name))}>
          {filterLabel(filters, name, names)}
        </RemovableChip>
      ))}
      {choices.map((choice) => (
        <FilterChip key={choice.label} choice={choice} filters={filters} />
      ))}
      {namesInForce(filters).length > 1 && <RemovableChip to="/medecins">tous les filtres</RemovableChip>}
    </Chips>
  );
}

function FilterChip({ choice: { label, change }, filters }: { choice: Choice; filters: Filters }) {
  const isOn = (Object.keys(change) as FilterName[]).every((name) => filters[name] === change[name]);
  const reset = Object.fromEntries(Object.keys(change).map((name) => [name, NO_FILTERS[name as FilterName]]));
  return (
    <Chip to={listAddress({ ...filters, ...(isOn ? reset : change) })} isOn={isOn}>
      {label}
    </Chip>
  );
}

/** What no chip of its own shows: words, a precise specialty, a sector, a segment. */
function isTyped({ specialite }: Filters, name: FilterName): boolean {
  if (name === "specialite") return specialite !== "generalistes" && specialite !== "specialistes";
  return name === "q" || name === "secteur" || name === "segment";
}
