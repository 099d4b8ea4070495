import { randomUUID } from "node:crypto";
import type { Context } from "~/access/context";
import { record } from "~/audit/audit.server";
import { dayIn } from "~/calendar/zoned";
import { conflict, invalid, notFound } from "~/errors";
import { moveStage } from "~/funnel/funnel.server";
import { askDocuments, insertMember } from "~db/queries/contract-parts";
import { doctorsForContract } from "~db/queries/contract-ties";
import { contractsOfDoctor, insertContract, insertContractEvent, renewalsOf } from "~db/queries/contracts";
import { documentsOf } from "./documents";
import type { OpeningAsk } from "./opening.form";
import { contractSeen, todayOf } from "./planning.server";
import { refusalOfCompany } from "./refusals";
import { whyNotBound } from "./ties.server";

/** An individual contract may still run while the file of a company is gathered: it must be over at the signature. */
const ONE_DAY = "9999-12-31";

type Doctor = Awaited<ReturnType<typeof doctorsForContract>>[number];

interface File {
  readonly ask: OpeningAsk;
  readonly doctors: readonly Doctor[];
  readonly renews: string | null;
}

/** Opens the file of the doctor's own contract, or of their company's with its members. Returns its number. */
export async function openFile(ctx: Context, doctorId: number | null, ask: OpeningAsk): Promise<string> {
  const [doctor] = doctorId === null ? [] : await doctorsForContract(ctx.tx, { ids: [doctorId] });
  if (!doctor) throw notFound("Médecin");
  if (doctor.gone_on !== null) throw conflict("Ce médecin n'exerce plus ici : aucun dossier ne peut être ouvert.");
  const others = ask.kind === "collective" ? await membersAsked(ctx, ask.members) : [];
  const doctors = [doctor, ...others.filter(({ id }) => id !== doctor.id)];
  return open(ctx, { ask, doctors, renews: null });
}

/** The file that follows a contract, with the same option and employer; its amounts and objective are not published. */
export async function openRenewal(ctx: Context, contractId: string): Promise<string> {
  const old = await contractSeen(ctx, contractId);
  if ((await renewalsOf(ctx.tx, old.id)).length > 0)
    throw conflict("Le renouvellement de ce contrat est déjà préparé.");
  if (old.kind === "collective" || old.doctor_id === null || old.option === null || old.employer === "company")
    throw conflict("Le renouvellement d'un contrat collectif se prépare avec la société : ouvrez un nouveau dossier.");
  const doctors = await doctorsForContract(ctx.tx, { ids: [old.doctor_id] });
  if (doctors.length === 0) throw notFound("Médecin");
  const { option, employer, employer_name: employerName } = old;
  return open(ctx, { ask: { kind: "individual", option, employer, employerName }, doctors, renews: old.id });
}

async function membersAsked(ctx: Context, rpps: readonly string[]): Promise<Doctor[]> {
  const found = await doctorsForContract(ctx.tx, { rpps });
  const missing = rpps.filter((number) => !found.some((doctor) => doctor.rpps === number));
  if (missing.length > 0) throw invalid({ members: [`Médecin introuvable : ${missing.join(", ")}.`] });
  return found;
}

async function open(ctx: Context, { ask, doctors, renews }: File): Promise<string> {
  const [doctor] = doctors as [Doctor, ...Doctor[]];
  const today = dayIn(doctor.fund_zone, ctx.now);
  const ids = doctors.map((each) => each.id);
  const on = ask.kind === "collective" ? ONE_DAY : today;
  const why =
    (ask.kind === "collective" ? refusalOfGroup(ask.etp, doctors) : await fileAlreadyOpen(ctx, doctor.id)) ??
    (await whyNotBound(ctx, ask.kind, ids, { on, except: renews === null ? [] : [renews] }));
  if (why) throw conflict(why);

  const id = randomUUID();
  const contract = { id, fund_id: doctor.fund_id };
  const isCompany = ask.kind === "collective";
  await insertContract(ctx.tx, {
    id,
    fundId: doctor.fund_id,
    kind: ask.kind,
    doctorId: isCompany ? null : doctor.id,
    company: isCompany ? ask.company : null,
    companyForm: isCompany ? ask.companyForm : null,
    employer: ask.employer,
    employerName: ask.employerName,
    option: isCompany ? null : ask.option,
    etp: isCompany ? ask.etp : null,
    openedOn: today,
    renews,
    by: ctx.actor.id,
  });
  if (isCompany) for (const each of doctors) await insertMember(ctx.tx, contract, each.id, today);
  await askDocuments(ctx.tx, contract, documentsOf(ask.kind, ask.employer), today);
  const event = { fundId: doctor.fund_id, contractId: id, by: ctx.actor.id, at: ctx.now, onDay: today };
  await insertContractEvent(ctx.tx, { ...event, step: "open", from: null, to: "opened", payload: {} });
  for (const each of doctors) await moveStage(ctx, { id: each.id, fundId: each.fund_id }, "filed", "contract");
  await record(ctx, "contract.opened", { contractId: id, kind: ask.kind });
  return id;
}

/** General practitioners only, one full-time equivalent a doctor at most. */
function refusalOfGroup(etp: number, doctors: readonly Doctor[]): string | null {
  if (doctors.some(({ is_gp }) => !is_gp))
    return "Le contrat collectif est réservé aux médecins généralistes : retirez les autres spécialités.";
  return refusalOfCompany({ etp, doctors: doctors.length });
}

async function fileAlreadyOpen(ctx: Context, doctorId: number): Promise<string | null> {
  const isOpen = (await contractsOfDoctor(ctx.tx, doctorId)).some(
    ({ kind, state }) => kind === "individual" && state === "opened",
  );
  return isOpen ? "Un dossier est déjà ouvert pour ce médecin : reprenez-le." : null;
}

/** Whom a company's file may still take in. */
export async function joinFile(ctx: Context, contractId: string, rpps: string): Promise<string> {
  const sheet = await contractSeen(ctx, contractId);
  if (sheet.kind !== "collective" || sheet.state !== "opened")
    throw conflict("Les entrées de médecins se font à l'ouverture du dossier, puis à l'anniversaire du contrat.");
  const [doctor] = await doctorsForContract(ctx.tx, { rpps: [rpps] });
  if (!doctor) throw invalid({ rpps: ["Aucun médecin de vos secteurs ne porte ce numéro."] });
  if (!doctor.is_gp) throw conflict("Le contrat collectif est réservé aux médecins généralistes.");
  const today = todayOf(ctx, sheet);
  const why = await whyNotBound(ctx, "collective", [doctor.id], { on: ONE_DAY, except: [] });
  if (why) throw conflict(why);
  await insertMember(ctx.tx, sheet, doctor.id, today);
  await moveStage(ctx, { id: doctor.id, fundId: doctor.fund_id }, "filed", "contract");
  return "Le médecin rejoint le dossier.";
}
