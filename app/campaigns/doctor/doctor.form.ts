import { z } from "zod";

/** What the page sends, and what a mail program sends by itself (RFC 8058: `List-Unsubscribe=One-Click`). */
export const stopForm = z
  .object({ scope: z.enum(["category", "all"]).optional(), "List-Unsubscribe": z.string().optional() })
  .transform(({ scope }) => ({ scope: scope ?? ("category" as const) }));

export type StopAsk = z.output<typeof stopForm>;

export const contactForm = z.object({
  kind: z.enum(["visit", "call"], { error: "Choisissez une visite ou un appel." }),
});

const text = z.string().max(20).catch("").default("");

/** The choices of a simulation, as its address carries them: reading changes nothing. */
export const simulationSearch = z.object({ a: text, b: text, le: text, cout: text, tranche: text });
