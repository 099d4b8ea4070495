import type { Context } from "~/access/context";
import { can } from "~/access/permissions";
import { dayIn } from "~/calendar/zoned";
import { readDoctorId } from "~/doctors/doctor.server";
import { versionById } from "~/eligibility/versions";
import { notFound } from "~/errors";
import { doctorsForContract } from "~db/queries/contract-ties";
import { contractsOfDoctor } from "~db/queries/contracts";
import { LIVE_STATES } from "./contract";
import { nameOf, sizeOf } from "./naming";
import { whyNotBound } from "./ties.server";

/** The contracts of a doctor or of their company, and why another one may not be opened. */
export async function contractsAbout(ctx: Context, doctorId: string | undefined) {
  const id = readDoctorId(doctorId);
  const [doctor] = id === null ? [] : await doctorsForContract(ctx.tx, { ids: [id] });
  if (!doctor) throw notFound("Médecin");
  const contracts = await contractsOfDoctor(ctx.tx, doctor.id);
  const today = dayIn(doctor.fund_zone, ctx.now);
  const hasOpen = contracts.some(
    ({ state }) => state === "opened" || (LIVE_STATES as readonly string[]).includes(state),
  );
  return {
    doctorId: doctor.id,
    isGP: doctor.is_gp,
    mayOpen: can(ctx.actor, "contract.prepare") && doctor.gone_on === null && !hasOpen,
    whyNot: hasOpen ? null : await whyNotBound(ctx, "individual", [doctor.id], { on: today, except: [] }),
    contracts: contracts.map((sheet) => ({
      id: sheet.id,
      kind: sheet.kind,
      name: nameOf(sheet),
      size: sizeOf(sheet),
      state: sheet.state,
      version: sheet.version && versionById(sheet.version).name,
      openedOn: sheet.opened_on,
      signedOn: sheet.signed_on,
      endsOn: sheet.ends_on,
    })),
  };
}
