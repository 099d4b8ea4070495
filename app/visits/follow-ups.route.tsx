import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter, readSearch, submit } from "~/access/doorway.server";
import { Chip, Chips } from "~/ui/chip";
import { ExportLinks } from "~/ui/export-links";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { BASKET_LABELS, INSTRUCTIONS } from "./follow-ups/baskets";
import { FollowUpCard } from "./follow-ups/follow-up-card";
import { FollowUpMessages } from "./follow-ups/follow-up-messages";
import "./follow-ups/follow-ups.css";
import { followUpForm, followUpsSearch } from "./follow-ups/follow-ups.form";
import { openMyFollowUps, workOnFollowUp } from "./follow-ups/follow-ups.server";
import { NoFollowUp } from "./follow-ups/no-follow-up";
import { TakeNext } from "./follow-ups/take-next";
import { useFollowUpKeys } from "./follow-ups/use-follow-up-keys";
import { Outbox } from "./report/outbox";
import "./report/report.css";

export const meta: MetaFunction = () => [{ title: "Mes relances · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const search = readSearch(args.request, followUpsSearch);
  return enter(args, "visit.plan", (ctx) => openMyFollowUps(ctx, search));
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "visit.plan", followUpForm, async (ctx, ask) => json(await workOnFollowUp(ctx, ask)));
}

export default function MyFollowUps() {
  const { me, today, basket, counts, total, followUps, nextDueOn } = useLoaderData<typeof loader>();
  useFollowUpKeys();
  return (
    <>
      <PageHeader
        title="Mes relances"
        count={total}
        facts={total > 0 && <ExportLinks list="relances" query={basket ? `panier=${basket}` : undefined} />}
        action={followUps.length > 0 && <TakeNext />}
      />
      <Outbox me={me} />
      <FollowUpMessages />
      <Chips label="Paniers">
        <Chip to="/visites/relances" isOn={basket === null} count={total}>
          Toutes
        </Chip>
        {counts.map((each) => (
          <Chip
            key={each.basket}
            to={`/visites/relances?panier=${each.basket}`}
            isOn={basket === each.basket}
            count={each.count}
          >
            {BASKET_LABELS[each.basket]}
          </Chip>
        ))}
      </Chips>
      {basket && followUps.length > 0 && <Notice>{INSTRUCTIONS[basket]}</Notice>}
      {followUps.length === 0 ? (
        <NoFollowUp basket={basket} total={total} nextDueOn={nextDueOn} />
      ) : (
        <ol className="follow-ups" data-rows aria-label="Relances, dans l'ordre où les prendre">
          {followUps.map((followUp) => (
            <FollowUpCard key={followUp.id} followUp={followUp} today={today} isAlone={basket !== null} />
          ))}
        </ol>
      )}
    </>
  );
}
