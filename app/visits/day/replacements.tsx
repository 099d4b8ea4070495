import { Form, useNavigation } from "@remix-run/react";
import { longDay } from "~/format/dates";
import { minutes } from "~/format/durations";
import { formatPhone } from "~/format/phone";
import { french } from "~/format/typography";
import { Button, buttonClass, LinkButton } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { Panel } from "~/ui/panel";
import { dayAddress } from "./address";
import type { Replacement } from "./replacements.server";

export interface ReplacementsProps {
  readonly day: string;
  readonly name: string;
  readonly at: string;
  readonly offers: readonly Replacement[];
}

/** Three doors that may open instead: call, then one tap. */
export function Replacements({ day, name, at, offers }: ReplacementsProps) {
  const isBusy = useNavigation().state !== "idle";
  return (
    <Panel
      title={french(`À la place de ${name}, ${at}`)}
      aside={
        <LinkButton to={dayAddress({ day })} kind="quiet">
          Laisser libre
        </LinkButton>
      }
    >
      {offers.length === 0 ? (
        <p>Aucun médecin à voir ne tient dans ce trou sans déplacer une autre visite.</p>
      ) : (
        <ol className="day-offers">
          {offers.map((offer) => (
            <li key={offer.doctorId} className="day-offer">
              <div>
                <strong>{offer.name}</strong> <span className="soft">{offer.town}</span>
                <p className="small">
                  {[`${minutes(offer.drivingMinutes)} de route`, offer.area, offer.reason].filter(Boolean).join(" · ")}
                </p>
              </div>
              <div className="day-offer-acts">
                {offer.phone && (
                  <a href={`tel:${offer.phone}`} className={buttonClass({ kind: "secondary" })}>
                    <Icon name="phone" />
                    <span>{formatPhone(offer.phone)}</span>
                  </a>
                )}
                <Form method="post">
                  <input type="hidden" name="id" value={offer.bookingId} />
                  <input type="hidden" name="doctorId" value={offer.doctorId} />
                  <input type="hidden" name="day" value={day} />
                  <input type="hidden" name="minutes" value={offer.minutes} />
                  <input type="hidden" name="length" value={offer.length} />
                  <input type="hidden" name="reason" value={offer.reason} />
                  <Button
                    type="submit"
                    name="intent"
                    value="take"
                    kind="primary"
                    busy={isBusy}
                    aria-label={`Prévoir ${offer.name}, ${longDay(day)} à ${offer.at}`}
                  >
                    Prévoir à {offer.at}
                  </Button>
                </Form>
              </div>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
