import { useState } from "react";
import { countOf, number } from "~/format/numbers";
import { Button } from "~/ui/button";
import { Chip, Chips } from "~/ui/chip";
import { Panel } from "~/ui/panel";
import { type MapView, mapAddress } from "./address";
import type { MapDoctor } from "./map.server";
import { MapRow } from "./map-row";
import type { Spot } from "./spots";

interface RowsProps {
  readonly doctors: readonly MapDoctor[];
  readonly chosenId: number | null;
  readonly plans: boolean;
  readonly onShow: (doctorId: number) => void;
}

/** As many rows as a list of doctors shows at a time. */
export const ROWS = 50;
/** Of a place chosen on the map: a town without placed practices may hold hundreds. */
const FEW_ROWS = 10;

/** The place chosen on the map, above the list it was taken from. */
export function ChosenPlace({ spot, onClear, ...rows }: RowsProps & { spot: Spot; onClear: () => void }) {
  const [shown, setShown] = useState(FEW_ROWS);
  const left = rows.doctors.length - shown;
  const count = countOf(rows.doctors.length, "médecin");
  const title =
    spot.isPlaced || rows.doctors.length === 1 ? `Choisi sur la carte (${count})` : `${spot.town} (${count})`;
  return (
    <Panel
      title={title}
      aside={
        <Button kind="quiet" icon="cross" onClick={onClear}>
          Fermer
        </Button>
      }
    >
      {!spot.isPlaced && rows.doctors.length > 1 && (
        <p className="panel-note">
          Leur cabinet n'est pas situé : ils sont dessinés ensemble, au centre de la commune.
        </p>
      )}
      <ul className="map-rows map-chosen" aria-label="Médecins choisis sur la carte">
        {rows.doctors.slice(0, shown).map((doctor) => (
          <MapRow key={doctor.id} doctor={doctor} isChosen={doctor.id === rows.chosenId} {...rows} />
        ))}
      </ul>
      {left > 0 && <More shown={shown} total={rows.doctors.length} onMore={() => setShown(shown + ROWS)} />}
    </Panel>
  );
}

/** Everybody around, best first or nearest first, some more at each press. */
export function MapDoctors({
  view,
  shown,
  onMore,
  ...rows
}: RowsProps & { view: MapView; shown: number; onMore: () => void }) {
  const { doctors, chosenId } = rows;
  const left = doctors.length - shown;
  return (
    <Panel
      title={`${countOf(doctors.length, "médecin")} à voir autour`}
      aside={
        <Chips label="Ordre de la liste">
          <Chip to={mapAddress({ ...view, order: "priorite" })} isOn={view.order === "priorite"}>
            Par priorité
          </Chip>
          <Chip to={mapAddress({ ...view, order: "distance" })} isOn={view.order === "distance"}>
            Par distance
          </Chip>
        </Chips>
      }
    >
      <ul className="map-rows" data-rows aria-label="Médecins à voir">
        {doctors.slice(0, shown).map((doctor) => (
          <MapRow key={doctor.id} doctor={doctor} isChosen={doctor.id === chosenId} {...rows} />
        ))}
      </ul>
      {left > 0 && <More shown={shown} total={doctors.length} onMore={onMore} />}
    </Panel>
  );
}

function More({ shown, total, onMore }: { shown: number; total: number; onMore: () => void }) {
  return (
    <div className="map-more">
      <span className="soft">
        {number(shown)} sur {number(total)}
      </span>
      <Button onClick={onMore}>
        Voir {countOf(Math.min(total - shown, ROWS), "autre médecin", "autres médecins")}
      </Button>
    </div>
  );
}
