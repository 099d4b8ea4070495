import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enter, readSearch, submit } from "~/access/doorway.server";
import { FormErrors } from "~/ui/form-errors";
import { workOnDay } from "./day/acts.server";
import { dayAddress } from "./day/address";
import "./day/day.css";
import { dayForm, daySearch } from "./day/day.form";
import { openDay } from "./day/day.server";
import { DayHeader } from "./day/day-header";
import { DayNotices } from "./day/day-notices";
import { EmptyDay } from "./day/empty-day";
import { Replacements } from "./day/replacements";
import { StopList } from "./day/stop-list";
import { useDayKeys } from "./day/use-day-keys";
import { Outbox } from "./report/outbox";
import "./report/report.css";

export const meta: MetaFunction = () => [{ title: "Ma journée · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const search = readSearch(args.request, daySearch);
  return enter(args, "visit.plan", (ctx) => openDay(ctx, search));
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "visit.plan", dayForm, async (ctx, ask) => redirect(dayAddress(await workOnDay(ctx, ask))));
}

export default function MyDay() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  useDayKeys(page);
  return (
    <>
      <DayHeader {...page} />
      <Outbox me={page.me} />
      <FormErrors message={refused?.error} />
      <DayNotices {...page} />
      {page.replacing && <Replacements {...page.replacing} />}
      {page.stops.length > 0 ? <StopList {...page} /> : !page.replacing && <EmptyDay {...page} />}
    </>
  );
}
