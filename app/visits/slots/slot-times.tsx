import { hhmm } from "~/calendar/zoned";
import { clockTime } from "~/format/dates";
import { minutes as lasting } from "~/format/durations";
import { NO_BREAK } from "~/format/typography";
import { detourText } from "./detour";
import type { Slot } from "./slots";

const MIDDAY = 13 * 60;

interface TimesProps {
  slots: readonly Slot[];
  best: Slot | null;
  /** The time already chosen, when the visit moves within its day. */
  chosen: number | null;
}

/** Every time of the day as one choice: the best is chosen and says so. */
export function SlotTimes({ slots, best, chosen }: TimesProps) {
  const first = slots.some(({ minutes }) => minutes === chosen) ? chosen : best?.minutes;
  const halves = [
    { label: "Matin", slots: slots.filter(({ minutes }) => minutes < MIDDAY) },
    { label: "Après-midi", slots: slots.filter(({ minutes }) => minutes >= MIDDAY) },
  ];
  return (
    <fieldset className="stack stack-tight">
      <legend className="field-label">Heure d'arrivée</legend>
      {best && slots.some(({ detour }) => detour !== best.detour) && (
        <p className="small">
          Le moins de route{NO_BREAK}: {clockTime(hhmm(best.minutes))}, {detourText(best.detour!)}.
        </p>
      )}
      {halves
        .filter((half) => half.slots.length > 0)
        .map((half) => (
          <div key={half.label} className="slot-half">
            <span className="soft small">{half.label}</span>
            <div className="slot-times">
              {half.slots.map((slot) => (
                <label key={slot.minutes} className="slot-time">
                  <input type="radio" name="minutes" value={slot.minutes} defaultChecked={slot.minutes === first} />
                  <span className="slot-time-clock">{clockTime(hhmm(slot.minutes))}</span>
                  {slot.detour !== null && <span className="slot-time-detour">+{lasting(slot.detour)}</span>}
                </label>
              ))}
            </div>
          </div>
        ))}
    </fieldset>
  );
}
