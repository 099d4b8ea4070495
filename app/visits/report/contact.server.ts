import type { Context } from "~/access/context";
import type { Day } from "~/calendar/day";
import { sourceOf } from "~/doctors/evidence";
import { doctorFactsOf, insertFact, putInForce, rememberFact } from "~db/queries/doctor-facts";
import { catalog } from "~jobs/catalog";
import { later } from "~jobs/later";

/** A visit is a contact: the ranking counts the days since. Something more recent stays in force. */
export async function noteContact(ctx: Context, doctorId: number, on: Day): Promise<void> {
  const known = await doctorFactsOf(ctx.tx, doctorId, on);
  if (!known || (known.contacted_on !== null && known.contacted_on >= on)) return;
  const fact = { fundId: known.fund_id, doctorId, name: "contacted_on" };
  const before = { value: known.contacted_on, evidence: sourceOf(known.sources, "contacted_on") };
  if (before.value !== null && before.evidence !== null)
    await rememberFact(ctx.tx, {
      ...fact,
      value: before.value,
      measuredOn: before.evidence.on,
      source: before.evidence.source,
      accountId: null,
    });
  const source = `compte rendu de ${ctx.actor.name}`;
  await insertFact(ctx.tx, { ...fact, value: on, measuredOn: on, source, accountId: ctx.actor.id });
  // Somebody noting another contact at this instant is as right as we are.
  await putInForce(
    ctx.tx,
    { id: doctorId, fundId: known.fund_id },
    "contacted_on",
    { value: on, evidence: { source, on } },
    before,
  );
  await later(ctx, catalog.scoreDoctors, { doctorIds: [doctorId] });
}
