import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
} from "ical-generator";
import { type InvitationFacts, oneLine } from "./invitation";

/** The same in every message about the visit, for ever. */
export function eventUid(visitId: string): string {
  return `${visitId}@tandem`;
}

/** The visit as calendars read it: instants in UTC, which no clock change can shift. */
export function invitationEvent(facts: InvitationFacts): string {
  const isCancelled = facts.method === "CANCEL";
  const calendar = ical({
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    prodId: { company: "Tandem", product: "Visites", language: "FR" },
  });
  calendar.createEvent({
    id: eventUid(facts.visitId),
    sequence: facts.sequence,
    stamp: new Date(facts.notedAt),
    start: new Date(facts.startsAt),
    end: new Date(facts.endsAt),
    summary: "Visite de l'Assurance Maladie",
    description: `${oneLine(facts.host.name)}, ${oneLine(facts.fund)}. Pour déplacer ou refuser la visite, répondez à l'invitation.`,
    location: facts.place.map(oneLine).join(", "),
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: oneLine(facts.host.name) || facts.host.email, email: facts.host.email },
    attendees: [
      {
        email: facts.to,
        name: oneLine(`${facts.doctor.firstName} ${facts.doctor.lastName}`) || facts.to,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
        type: ICalAttendeeType.INDIVIDUAL,
        rsvp: !isCancelled,
      },
    ],
  });
  return `${calendar.toString().trimEnd()}\r\n`; // the library leaves out the last line break
}
