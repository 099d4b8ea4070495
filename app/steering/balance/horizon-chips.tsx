import { countOf } from "~/format/numbers";
import { Chip, Chips } from "~/ui/chip";

const HORIZONS = [4, 8, 13, 26] as const;

/** Over how many weeks the work is weighed; the address holds it. */
export function HorizonChips({ weeks }: { weeks: number }) {
  return (
    <Chips label="Sur combien de semaines">
      {HORIZONS.map((each) => (
        <Chip key={each} to={`?semaines=${each}`} isOn={each === weeks}>
          {countOf(each, "semaine")}
        </Chip>
      ))}
    </Chips>
  );
}
