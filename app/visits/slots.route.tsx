import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunction, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { enter, readSearch, submit } from "~/access/doorway.server";
import { longDay, shortDay } from "~/format/dates";
import { fullName, politeName } from "~/format/names";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { capital } from "./capital";
import { momentText } from "./moment";
import { afterClosedWeek, chosenDay, type Offer } from "./slots/offer";
import { SlotCalendar } from "./slots/slot-calendar";
import { SlotForm } from "./slots/slot-form";
import { SlotLength } from "./slots/slot-length";
import { AlreadyComing, AssumedHours, Basis, Refusal } from "./slots/slot-notices";
import "./slots/slots.css";
import { slotForm, slotSearch } from "./slots/slots.form";
import { openSlots, takeSlot } from "./slots/slots.server";
import { ThreeSlots } from "./slots/three-slots";
import { useFollowingFocus } from "./slots/use-following-focus";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `Trouver un créneau · ${fullName(data.doctor)} · Tandem` : "Trouver un créneau · Tandem" },
];

export async function loader(args: LoaderFunctionArgs) {
  const asked = readSearch(args.request, slotSearch);
  return enter(args, "visit.plan", (ctx) => openSlots(ctx, args.params.doctorId, asked));
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "visit.plan", slotForm, async (ctx, answer) => {
    const visitId = await takeSlot(ctx, args.params.doctorId, answer);
    return redirect(`/visites/${visitId}?fait=${answer.intent === "move" ? "deplacee" : "prevue"}`);
  });
}

/** Another day of the same weeks is on the page already. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl, formMethod, ...rest }) => {
  const others = ({ pathname, searchParams }: URL) =>
    [pathname, ...["semaine", "duree", "visite"].map((name) => searchParams.get(name))].join(" ");
  return formMethod === undefined && others(currentUrl) === others(nextUrl) ? false : rest.defaultShouldRevalidate;
};

export default function Slots() {
  const shown = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { doctor, days, moving, today, writing } = shown;
  const offer = chosenDay(days, search.get("jour"), shown.proposed, today);
  const to = (changed: Record<string, string>) =>
    `?${new URLSearchParams({ ...Object.fromEntries(search), ...changed })}`;
  return (
    <div className="page">
      <PageHeader
        title={moving ? "Déplacer la visite" : "Trouver un créneau"}
        back={{ to: moving ? `/visites/${moving.id}` : `/medecins/${doctor.id}`, label: politeName(doctor) }}
        intro={moving && `Prévue ${momentText(moving)}.`}
        facts={<span className="soft">{[doctor.specialty, ...doctor.place].join(" · ")}</span>}
      />
      {shown.refusal ? (
        <Refusal refusal={shown.refusal} doctorId={doctor.id} />
      ) : (
        <>
          <AlreadyComing visits={shown.coming} />
          {shown.basis === "no-base" && <Basis basis={shown.basis} isApproximate={shown.isApproximate} />}
          <div className="slots">
            <section className="stack" aria-label="Jours">
              <div className="slots-head">
                <Pages
                  earlier={shown.earlier}
                  later={shown.later}
                  first={days[0]!.day}
                  last={days.at(-1)!.day}
                  to={(semaine) => to({ semaine, jour: "" })}
                />
                <SlotLength length={shown.length} />
              </div>
              <SlotCalendar days={days} today={today} chosen={offer.day} to={(jour) => to({ jour })} />
              <div>
                <ThreeSlots
                  text={shown.text}
                  count={shown.proposed.length}
                  to={writing.may ? writing.to : null}
                  mayMail={writing.may || writing.because === "no-address"}
                />
              </div>
              <div className="stack stack-tight">
                {shown.hoursAreAssumed && <AssumedHours doctorId={doctor.id} />}
                {shown.basis !== "no-base" && <Basis basis={shown.basis} isApproximate={shown.isApproximate} />}
              </div>
            </section>
            <ChosenDay offer={offer} to={to} shown={shown} refused={refused} />
          </div>
        </>
      )}
    </div>
  );
}

interface ChosenProps {
  offer: Offer;
  shown: ReturnType<typeof useLoaderData<typeof loader>>;
  refused: ReturnType<typeof useActionData<typeof action>>;
  to: (changed: Record<string, string>) => string;
}

function ChosenDay({ offer, shown, refused, to }: ChosenProps) {
  const body = useFollowingFocus(offer.day);
  const closed = afterClosedWeek(shown.days, offer.day);
  if (closed) return <ClosedWeek why={offer.none?.sentence ?? ""} next={closed.next} later={shown.later} to={to} />;
  return (
    <Panel title={capital(longDay(offer.day))}>
      <div className="stack" ref={body} tabIndex={-1}>
        {offer.none && <p>{offer.none.sentence}</p>}
        {offer.day >= shown.today && (
          <SlotForm
            offer={offer}
            length={shown.length}
            bookingId={shown.bookingId}
            moving={shown.moving}
            writing={shown.writing}
            refused={refused}
          />
        )}
      </div>
    </Panel>
  );
}

interface ClosedProps {
  why: string;
  next: string | null;
  later: string | null;
  to: ChosenProps["to"];
}

function ClosedWeek({ why, next, later, to }: ClosedProps) {
  const address = next ? to({ jour: next }) : later && to({ semaine: later, jour: "" });
  return (
    <EmptyState
      icon="calendar"
      title="Ce cabinet est fermé toute la semaine"
      why={why}
      action={
        address && (
          <LinkButton to={address} replace preventScrollReset>
            Voir la suivante
          </LinkButton>
        )
      }
    />
  );
}

interface PagesProps {
  earlier: string | null;
  later: string | null;
  first: string;
  last: string;
  to: (monday: string) => string;
}

function Pages({ earlier, later, first, last, to }: PagesProps) {
  return (
    <nav className="cluster" aria-label="Semaines">
      {earlier && (
        <LinkButton to={to(earlier)} icon="chevron-left" iconOnly replace preventScrollReset>
          Semaines précédentes
        </LinkButton>
      )}
      <span className="slots-span">
        Du {shortDay(first)} au {shortDay(last)}
      </span>
      {later && (
        <LinkButton to={to(later)} icon="chevron-right" iconOnly replace preventScrollReset>
          Semaines suivantes
        </LinkButton>
      )}
    </nav>
  );
}
