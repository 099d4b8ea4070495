import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter, readSearch, submit } from "~/access/doorway.server";
import { Chip, Chips } from "~/ui/chip";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { ComputedAt } from "~/ui/stat";
import "./deliverability.css";
import { deliverabilityForm, deliverabilitySearch } from "./deliverability.form";
import { openDeliverability } from "./deliverability.server";
import { DeliverabilityRows } from "./deliverability-rows";
import { actOnReturns } from "./judging.server";
import { ProviderTable } from "./provider-table";
import { ReturnMessages } from "./return-messages";
import { useReturnKeys } from "./use-return-keys";
import { VIEW_LABELS, VIEWS } from "./views";

export const meta: MetaFunction = () => [{ title: "Délivrabilité · Campagnes · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const search = readSearch(args.request, deliverabilitySearch);
  return enter(args, "campaign.read", (ctx) => openDeliverability(ctx, search));
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "campaign.manage", deliverabilityForm, async (ctx, ask) => json(await actOnReturns(ctx, ask)));
}

const HERE = "/campagnes/delivrabilite";

export default function Deliverability() {
  const { view, cause, page, counts, list, providers, days, computedAt, mayManage } = useLoaderData<typeof loader>();
  useReturnKeys(mayManage && view === "rebonds");
  const sameList = `${HERE}?vue=${view}${cause ? `&motif=${cause}` : ""}`;
  const last = list.kind === "returned" ? list.rows.at(-1)?.id : undefined;
  const next = last === undefined ? `${sameList}&page=${page + 1}` : `${sameList}&avant=${last}`;
  return (
    <div className="page">
      <PageHeader
        title="Délivrabilité"
        back={{ to: "/campagnes", label: "Campagnes" }}
        facts={<ComputedAt instant={computedAt} />}
      />
      <ReturnMessages />
      <Chips label="Ce qui est revenu">
        {VIEWS.map((each) => (
          <Chip key={each} to={`${HERE}?vue=${each}`} isOn={view === each} count={counts[each]}>
            {VIEW_LABELS[each]}
          </Chip>
        ))}
      </Chips>
      <DeliverabilityRows view={view} list={list} cause={cause} mayManage={mayManage} here={HERE} />
      <Pager previous={page > 1 ? `${sameList}&page=${page - 1}` : undefined} next={list.hasMore ? next : undefined} />
      <ProviderTable providers={providers} days={days} />
    </div>
  );
}
