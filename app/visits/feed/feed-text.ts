import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { addDays, type Day } from "~/calendar/day";
import { wallAt } from "~/calendar/zoned";
import { politeName, properCase } from "~/format/names";
import { french } from "~/format/typography";
import { eventUid } from "../invitations/event";
import { oneLine } from "../invitations/invitation";
import { FIRMNESS_LABELS, type Firmness, type VisitState } from "../visit";

export interface FeedFacts {
  readonly ownerId: string;
  /** Where people reach the product. */
  readonly publicUrl: string;
  readonly visits: readonly VisitFacts[];
  readonly absences: readonly AbsenceFacts[];
}

interface VisitFacts {
  readonly id: string;
  readonly delegate_id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly zone: string;
  readonly sequence: number;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly state: VisitState;
  readonly firmness: Firmness;
  readonly last_name: string | null;
  readonly first_name: string | null;
  readonly town: string | null;
}

interface AbsenceFacts {
  readonly id: string;
  readonly fromOn: Day;
  readonly toOn: Day;
  readonly part: "day" | "morning" | "afternoon";
  readonly notedAt: Date;
}

/** Hourly: Outlook keeps to it, Google reads when it pleases. */
const REFRESH_SECONDS = 3_600;

/**
 * A delegate's calendar as agenda programs read it. Instants are in UTC, which no clock change can shift; every figure
 * comes from the rows, so that the same rows give the same words.
 */
export function feedText({ ownerId, publicUrl, visits, absences }: FeedFacts): string {
  const calendar = ical({
    name: "Visites (Tandem)",
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Tandem", product: "Calendrier", language: "FR" },
    ttl: REFRESH_SECONDS,
  });
  for (const visit of visits) addVisit(calendar, visit, ownerId, publicUrl);
  for (const absence of absences) addAbsence(calendar, absence);
  return `${calendar.toString().trimEnd()}\r\n`; // the library leaves out the last line break
}

/**
 * A name, a town and the way back to Tandem: the words lie on the servers of Microsoft or Google afterwards, so the
 * address, the phone, the reason of the visit and what was said there stay behind the sign-in.
 */
function addVisit(calendar: ICalCalendar, visit: VisitFacts, ownerId: string, publicUrl: string): void {
  const isOff = visit.state === "cancelled" || visit.delegate_id !== ownerId;
  const { day } = wallAt(visit.starts_at, visit.zone);
  const page = `${publicUrl}/visites/journee?jour=${day}`;
  const softness =
    visit.state === "booked" && visit.firmness !== "fixed" ? `Horaire ${FIRMNESS_LABELS[visit.firmness]}. ` : "";
  calendar.createEvent({
    id: eventUid(visit.id),
    sequence: visit.sequence,
    start: visit.starts_at,
    end: visit.ends_at,
    stamp: visit.updated_at,
    created: visit.created_at,
    lastModified: visit.updated_at,
    summary: `${isOff ? french("Annulée : ") : ""}${whoIs(visit)}`,
    location: visit.town === null ? null : properCase(oneLine(visit.town)),
    description: `${isOff ? "" : softness}${french("Ouvrir dans Tandem : ")}${page}`,
    url: page,
    status: isOff ? ICalEventStatus.CANCELLED : statusOf(visit),
    transparency: isOff ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
  });
}

function statusOf({ state, firmness }: VisitFacts): ICalEventStatus {
  return state === "booked" && firmness !== "fixed" ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}

/** A visit handed over before its first day has no name yet: the colleague may not read it before the cover begins. */
function whoIs({ last_name: lastName, first_name: firstName }: VisitFacts): string {
  return lastName === null ? "Visite confiée" : oneLine(politeName({ lastName, firstName: firstName ?? "" }));
}

const PARTS = { day: "Absence", morning: "Absence (matin)", afternoon: "Absence (après-midi)" } as const;

/** A whole day, whichever part of it; the reason is nobody's business outside. */
function addAbsence(calendar: ICalCalendar, { id, fromOn, toOn, part, notedAt }: AbsenceFacts): void {
  calendar.createEvent({
    id: `${id}@tandem`,
    start: midnight(fromOn),
    end: midnight(addDays(toOn, 1)), // the end of a whole-day event is the first day after it
    allDay: true,
    stamp: notedAt,
    lastModified: notedAt,
    summary: PARTS[part],
    status: ICalEventStatus.CONFIRMED,
    transparency: part === "day" ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
  });
}

function midnight(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
