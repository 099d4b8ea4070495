import { type Chance, chance } from "./chance";
import type { Doctor } from "./doctor";
import type { Region } from "./region";
import { slug } from "./spelling";

export const EMAIL_HEADER = "rpps;email;source;date\n";

/** Doctors whose address the fund knows, and how many of those are in the secure space. */
const KNOWN = 0.7;
const SECURE = 0.12;
const SHARED = 0.05;

const PROVIDERS = ["messagerie-sante", "courrier-medical", "boite-pro", "docteurs", "cabinet-mail", "poste-medicale"];
const SOURCES = ["Espace pro", "Échanges avec la caisse", "Annuaire interne", "Salon des nouveaux installés"];

export function* emailFile(region: Region): Generator<string> {
  yield EMAIL_HEADER;
  yield* emailLinesOf(region);
}

export function* emailLinesOf(region: Region): Generator<string> {
  for (const doctor of region.doctors) {
    const luck = chance(`${region.seed} email ${doctor.rpps}`);
    if (!luck.happens(KNOWN)) continue;
    yield `${doctor.rpps};${address(luck, doctor)};${luck.pick(SOURCES)};${notedOn(luck, region.today)}\n`;
  }
}

/** Everything but the secure suffix lies under .example; the secure addresses bear invented names only. */
function address(luck: Chance, doctor: Doctor): string {
  const { firstName, lastName, practices, rpps } = doctor;
  const town = slug(practices[0]!.town.name);
  const figures = doctor.homonym ? rpps.slice(-4) : "";
  const mailbox = `${slug(firstName)}.${slug(lastName)}${figures}`;
  if (luck.happens(SECURE)) return `${mailbox}@medecin.mssante.fr`;
  if (luck.happens(SHARED)) return `secretariat@cabinet-${town}.example`;
  if (luck.happens(0.35)) return `dr.${slug(lastName)}${figures}@medecins-${town}.example`;
  return `${mailbox}@${luck.pick(PROVIDERS)}.example`;
}

/** Some day of the last three years. */
function notedOn(luck: Chance, today: string): string {
  const year = Number(today.slice(0, 4)) - 1 - luck.below(3);
  const twoFigures = (value: number) => String(value).padStart(2, "0");
  return `${year}-${twoFigures(1 + luck.below(12))}-${twoFigures(1 + luck.below(28))}`;
}
