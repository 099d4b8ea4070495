import { sql } from "kysely";
import type { Criterion } from "~/segments/criteria";
import { among, isIn } from "./ranges";
import type { Condition, Conditions, Terms } from "./terms";

/** Whether they can be written to, whether they were, and whether they said no. */
export const REACHING: Conditions<"campaign" | "email" | "opt-out"> = {
  campaign: { joins: null, condition: campaign },
  email: {
    joins: null,
    condition: ({ usable }) => isIn(usable, sql`doctor_email e where e.doctor_id = s.doctor_id and e.kind = 'plain'`),
  },
  "opt-out": {
    joins: null,
    condition: ({ of, noted }) =>
      isIn(
        noted,
        sql`opt_out o where o.doctor_id = s.doctor_id and o.lifted_at is null and ${among(sql`o.channel`, of)}`,
      ),
  },
};

/** Received: the relay took the letter. */
function campaign({ received, campaignId, days }: Criterion<"campaign">, { now }: Terms): Condition {
  const one = campaignId === null ? sql`` : sql`and r.campaign_id = ${campaignId}::uuid`;
  const late =
    days === null ? sql`` : sql`and r.settled_at >= ${now}::timestamptz - make_interval(days => ${days}::integer)`;
  return isIn(received, sql`recipient r where r.doctor_id = s.doctor_id and r.state = 'accepted' ${one} ${late}`);
}
