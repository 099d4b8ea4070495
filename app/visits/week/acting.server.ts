import type { Context } from "~/access/context";
import { countOf, plural } from "~/format/numbers";
import { acceptWeek } from "./accepting.server";
import { askForWeek } from "./asking.server";
import { type Done, holdStop, moveStop, removeStop } from "./changing.server";
import { explainRemoval, includeDoctor, putBack } from "./including.server";
import type { WeekAsk } from "./week.form";

export interface Acted extends Done {
  /** Visits that could not be booked, each with its reason. */
  readonly missed?: readonly string[];
}

/** What the page of a week asks, and the sentence that answers. */
export async function actOnWeek(ctx: Context, ask: WeekAsk): Promise<Acted> {
  switch (ask.intent) {
    case "propose":
      await askForWeek(ctx, ask.weekOn, { anew: ask.anew === "1" });
      return { done: "" };
    case "accept": {
      const { booked, missed } = await acceptWeek(ctx, ask.weekOn);
      return { done: `${countOf(booked, "visite")} ${plural(booked, "inscrite")} à votre agenda.`, missed };
    }
    case "hold":
      return holdStop(ctx, ask);
    case "move":
      return moveStop(ctx, ask);
    case "remove":
      return removeStop(ctx, ask);
    case "include":
      return includeDoctor(ctx, ask);
    case "put-back": {
      const { day, minutes } = ask;
      return putBack(ctx, { ...ask, at: day === undefined || minutes === undefined ? null : { day, minutes } });
    }
    case "explain":
      return explainRemoval(ctx, ask);
  }
}
