import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect, useState } from "react";
import { enter, readSearch, submit } from "~/access/doorway.server";
import { addWeeks } from "~/calendar/week";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { useToast } from "~/ui/toast";
import { AcceptDialog } from "./week/accept-dialog";
import { actOnWeek } from "./week/acting.server";
import { DayColumn } from "./week/day-column";
import { DifferencePanel } from "./week/difference-panel";
import { LeftOutPanel } from "./week/left-out-panel";
import { RemovedPanel } from "./week/removed-panel";
import { showWeek } from "./week/showing.server";
import { type Act, useWeekActs } from "./week/use-week-acts";
import { useWeekKeys } from "./week/use-week-keys";
import "./week/week.css";
import { weekForm, weekSearch } from "./week/week.form";
import { WeekHeader } from "./week/week-header";
import {
  Computing,
  Conflicts,
  Missed,
  NoBase,
  NobodyToSee,
  NotYetProposed,
  NoWorkingDay,
  PastWeek,
} from "./week/week-messages";
import { WeekTotals } from "./week/week-totals";

export const meta: MetaFunction = () => [{ title: "Ma semaine · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const search = readSearch(args.request, weekSearch);
  return enter(args, "visit.plan", (ctx) => showWeek(ctx, search));
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "visit.plan", weekForm, actOnWeek);
}

export default function Week() {
  const shown = useLoaderData<typeof loader>();
  const { weekOn, isPast, hasBase, days, running, answer } = shown;
  const { act, isBusy } = useWeekActs(weekOn);
  const [isAccepting, setAccepting] = useState(false);
  const missed = useAccepted();
  useFreshness(running !== null);
  const isIdle = running === null && !isBusy;
  const propose = hasBase && !isPast ? (anew?: "1") => act({ intent: "propose", ...(anew ? { anew } : {}) }) : null;
  const acting = isPast || running !== null ? null : act;
  useWeekKeys(days, acting ?? nothing, propose && isIdle ? () => propose() : null);
  const proposed = days.flatMap(({ tour }) => tour?.stops ?? []).flatMap(({ visits }) => visits.filter(isToAccept));
  return (
    <>
      <WeekHeader
        weekOn={weekOn}
        isAtHand={shown.isAtHand}
        proposals={proposed.length}
        isComputed={answer !== null}
        onPropose={propose && !isBlank(shown) ? () => propose() : null}
        onAccept={() => setAccepting(true)}
        isBusy={!isIdle}
      />
      {running && <Computing share={running.share} />}
      {shown.failure && !running && (
        <Notice
          kind="danger"
          title={shown.failure}
          live
          action={propose && <Button onClick={() => propose()}>Relancer</Button>}
        />
      )}
      {missed.length > 0 && <Missed sentences={missed} />}
      {!running && answer && answer.conflicts.length > 0 && <Conflicts sentences={answer.conflicts} />}
      <WeekBody shown={shown} act={acting} propose={propose} isBusy={!isIdle} />
      <AcceptDialog weekOn={weekOn} visits={proposed} isOpen={isAccepting} onClose={() => setAccepting(false)} />
    </>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

interface BodyProps {
  readonly shown: Shown;
  readonly act: Act | null;
  readonly propose: ((anew?: "1") => void) | null;
  readonly isBusy: boolean;
}

function WeekBody({ shown, act, propose, isBusy }: BodyProps) {
  const { weekOn, today, days, totals, answer, running, removed, leftOut, asked } = shown;
  if (!shown.hasBase) return <NoBase />;
  if (totals.visits === 0 && shown.isPast) return <PastWeek />;
  if (totals.visits === 0 && days.every(({ off }) => off !== null))
    return <NoWorkingDay nextWeek={addWeeks(weekOn, 1)} />;
  if (isBlank(shown)) return propose && <NotYetProposed onPropose={() => propose()} isBusy={isBusy} />;
  const open = days.filter(({ day, off }) => off === null && day >= today).map(({ day }) => day);
  return (
    <>
      {totals.visits === 0 && !running && answer && answer.conflicts.length === 0 && (
        <NobodyToSee leftOut={answer.leftOut} considered={answer.considered} />
      )}
      {totals.visits > 0 && (
        <WeekTotals totals={totals} told={answer} onRedo={propose && answer && !isBusy ? () => propose("1") : null} />
      )}
      {!running && !shown.isAccepted && answer?.difference && <DifferencePanel difference={answer.difference} />}
      <div className="week-days" data-rows aria-busy={running !== null}>
        {days.map((each) => (
          <DayColumn
            key={each.day}
            shown={each}
            isToday={each.day === today}
            otherDays={open.filter((day) => day !== each.day)}
            takesVisits={open.includes(each.day)}
            act={act}
          />
        ))}
      </div>
      {removed.length > 0 && act && <RemovedPanel removed={removed} act={act} />}
      {leftOut && act && <LeftOutPanel weekOn={weekOn} doctors={leftOut} asked={asked} act={act} isBusy={isBusy} />}
    </>
  );
}

/** Nothing was ever asked of this week, and nothing stands in it. */
function isBlank({ totals, running, answer, isPast, days }: Shown): boolean {
  return totals.visits === 0 && !running && !answer && !isPast && days.some(({ off }) => off === null);
}

const isToAccept = ({ state, isPast }: { state: string; isPast: boolean }) => state === "proposed" && !isPast;
const nothing = () => {};

/** Tells once what accepting came to, and keeps what is left to look at. */
function useAccepted(): readonly string[] {
  const answered = useActionData<typeof action>();
  const say = useToast();
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once an answer
  useEffect(() => {
    if (!answered) return;
    if ("error" in answered) say({ text: answered.error, tone: "danger" });
    else if (answered.done) say({ text: answered.done });
  }, [answered]);
  return answered && "missed" in answered ? (answered.missed ?? []) : [];
}

/** Reads again while the week is being computed, and stops as soon as it is there. */
function useFreshness(isMoving: boolean) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isMoving || state !== "idle") return;
    const timer = setTimeout(revalidate, 400);
    return () => clearTimeout(timer);
  }, [isMoving, state, revalidate]);
}
