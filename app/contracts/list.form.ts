import { z } from "zod";
import { isDay } from "~/calendar/day";
import type { ContractState } from "./contract";

/** The filter of the list: a few states under the word people use. */
export const STATE_GROUPS = {
  dossiers: { label: "Dossiers", states: ["opened"] },
  "en-cours": { label: "En cours", states: ["signed", "running", "suspended"] },
  finis: { label: "Finis", states: ["ended", "terminated", "renewed", "abandoned"] },
} as const satisfies Record<string, { label: string; states: readonly ContractState[] }>;

export type StateGroup = keyof typeof STATE_GROUPS;
export const STATE_GROUP_NAMES = Object.keys(STATE_GROUPS) as StateGroup[];

/** A parameter that makes no sense is as if it were not there. */
export const contractsSearch = z.object({
  q: z
    .string()
    .catch("")
    .default("")
    .transform((text) => text.slice(0, 100).trim()),
  etat: z
    .enum(STATE_GROUP_NAMES as [StateGroup, ...StateGroup[]])
    .nullable()
    .catch(null)
    .default(null),
  type: z.enum(["individual", "collective"]).nullable().catch(null).default(null),
  apres: z
    .string()
    .transform((text) => {
      const [openedOn = "", id = ""] = text.split("_");
      return isDay(openedOn) && z.uuid().safeParse(id).success ? { openedOn, id } : null;
    })
    .nullable()
    .catch(null)
    .default(null),
});

export type ContractsSearch = z.output<typeof contractsSearch>;
