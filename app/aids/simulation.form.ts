import { z } from "zod";

const text = z.string().max(20).catch("").default("");

/** As an address carries a simulation; what makes no sense falls back, see readAsk. */
export const simulationSearch = z.object({ a: text, b: text, le: text, cout: text, tranche: text });

/** What the tab may do: leave this simulation with the doctor, or take one back. */
export const simulationForm = z.discriminatedUnion("intent", [
  simulationSearch.extend({ intent: z.literal("hand") }),
  simulationSearch.extend({
    intent: z.literal("send"),
    agreed: z.literal("on", { error: "Demandez d'abord au médecin s'il est d'accord, puis cochez la case." }),
  }),
  z.object({ intent: z.literal("take-back"), simulation: z.uuid("Cette simulation n'existe pas.") }),
]);

export type SimulationStep = z.output<typeof simulationForm>;
