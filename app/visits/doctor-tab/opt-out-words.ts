import type { Channel } from "~/doctors/contactability";

/** How a doctor says no. */
export const OPT_OUT_SOURCES = [
  "au téléphone",
  "en visite",
  "par courriel",
  "par courrier",
  "par son secrétariat",
] as const;

export const CHANNEL_LABELS: Record<Channel, string> = {
  visit: "Visites",
  email: "Courriels",
  call: "Appels",
};

const CATEGORIES: Record<string, string> = {
  information: "Courriels d'information",
  event: "Invitations à des réunions",
};

export function optOutLabel({ channel, category }: { channel: string; category: string | null }): string {
  return (category && CATEGORIES[category]) || (CHANNEL_LABELS[channel as Channel] ?? channel);
}
