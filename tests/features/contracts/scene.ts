import type { Actor, Context } from "~/access/context";
import { contractForm } from "~/contracts/contract.form";
import { openContract } from "~/contracts/contract.server";
import { openingForm } from "~/contracts/opening.form";
import { openFile } from "~/contracts/opening.server";
import { takeStep } from "~/contracts/steps.server";
import { as, NOON, type TestDatabase } from "../../support/database";

/** What a person does to contracts, through the forms they fill in. */
export function contractDesk(database: TestDatabase) {
  const on = <T>(who: Actor, work: (ctx: Context) => Promise<T>, now = NOON) => as(database, who, work, now);
  const desk = {
    file: (who: Actor, doctorId: number, given: object = {}, now?: Date) =>
      on(who, (ctx) => openFile(ctx, doctorId, openingForm.parse({ ...INDIVIDUAL, ...given })), now),
    see: (who: Actor, id: string, now?: Date) => on(who, (ctx) => openContract(ctx, id), now),
    /** The revision is the one the person's page shows. */
    step: async (who: Actor, id: string, ask: object, now?: Date) => {
      const { revision } = await desk.see(who, id);
      return on(
        who,
        (ctx) => takeStep(ctx, id, contractForm.parse({ revision, reason: "Lu dans le dossier", ...ask })),
        now,
      );
    },
    papers: async (who: Actor, id: string) => {
      for (const { kind } of (await desk.see(who, id)).documents)
        await desk.step(who, id, { intent: "document", kind, mark: "received" });
    },
    signed: async (who: Actor, doctorId: number, signedOn: string, given: object = {}) => {
      const id = await desk.file(who, doctorId, given);
      await desk.papers(who, id);
      await desk.step(who, id, { intent: "sign", signedOn, patients: "900" });
      return id;
    },
    running: async (who: Actor, doctorId: number, signedOn: string, hired: object = {}) => {
      const id = await desk.signed(who, doctorId, signedOn);
      await desk.step(who, id, { intent: "hire", ...ASSISTANT, hiredOn: signedOn, ...hired });
      return id;
    },
  };
  return desk;
}

const INDIVIDUAL = { kind: "individual", option: "1", employer: "doctor" };
export const ASSISTANT = { name: "Léa Roy", profile: "IDE", hours: "35", hiredOn: "2026-11-02" };
