import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigate } from "@remix-run/react";
import { enter, readSearch, submit } from "~/access/doorway.server";
import { french, listed } from "~/format/typography";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { useShortcuts } from "~/ui/shortcuts";
import { Agenda } from "./calendar/agenda";
import "./calendar/calendar.css";
import { calendarSearch, feedForm } from "./calendar/calendar.form";
import { openCalendar } from "./calendar/calendar.server";
import { CalendarBar, DelegateChoice } from "./calendar/calendar-bar";
import { CalendarGrid } from "./calendar/calendar-grid";
import { countsInWords } from "./calendar/entry-words";
import { FeedPanel } from "./calendar/feed-panel";
import { periodTitle, type View } from "./calendar/period";
import { GRID_KEYS } from "./calendar/use-grid-keys";
import { Legend } from "./calendar/visit-entry";
import { changeFeed } from "./feed/feed.server";

export const meta: MetaFunction = () => [{ title: "Calendrier · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const search = readSearch(args.request, calendarSearch);
  return enter(args, "visit.read", (ctx) => openCalendar(ctx, search));
}

export async function action(args: ActionFunctionArgs) {
  const publicUrl = args.context.services.tools.publicUrl();
  return submit(args, "visit.plan", feedForm, (ctx, { intent }) => changeFeed(ctx, intent, publicUrl));
}

export default function Calendar() {
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { view, date, today, weeks, delegateId, isOwn } = page;
  const navigate = useNavigate();
  const whose = isOwn || delegateId === null ? "" : `&delegue=${delegateId}`;
  const pageAt = (day: string, as: View = view) => `/visites/calendrier?vue=${as}&date=${day}${whose}`;
  const dayPage = (day: string) => (isOwn ? `/visites/journee?jour=${day}` : pageAt(day, "semaine"));
  useShortcuts([{ keys: "t", label: "Aujourd'hui", run: () => navigate(pageAt(today)) }, ...GRID_KEYS]);
  return (
    <>
      <PageHeader title="Calendrier" facts={delegateId !== null && countsInWords(page.counts)} />
      {!isOwn && <DelegateChoice delegates={page.delegates} chosen={delegateId} view={view} date={date} />}
      {page.isOutOfReach && (
        <Notice kind="attention" title={french("Cette date est hors du calendrier : voici aujourd'hui.")} />
      )}
      {page.zonePlaces.length > 0 && (
        <Notice title={french(`Les heures sont celles des cabinets : heure de ${listed(page.zonePlaces)}.`)} />
      )}
      {delegateId === null ? (
        <EmptyState
          icon="calendar"
          title="Choisissez un délégué"
          why="Vous verrez ses visites et ses absences, jamais son point de départ."
        />
      ) : (
        <section className="stack" aria-label={periodTitle({ view, date })}>
          <CalendarBar view={view} date={date} today={today} pageAt={pageAt} />
          <CalendarGrid
            title={periodTitle({ view, date })}
            view={view}
            date={date}
            today={today}
            weeks={weeks}
            dayPage={dayPage}
            pageAt={pageAt}
          />
          <Agenda weeks={weeks} dayPage={dayPage} isOwn={isOwn} />
          <Legend />
        </section>
      )}
      {isOwn && (
        <FeedPanel
          feed={page.feed}
          address={reply && "address" in reply ? reply.address : null}
          refusal={reply && "error" in reply ? reply.error : undefined}
        />
      )}
    </>
  );
}
