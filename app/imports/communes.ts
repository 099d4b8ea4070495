import { shown } from "./wording";

/** What was read, and what a person should know of how it was read. */
export type CodeReading = { code: string | null; note: string | null };

/** Paris, Lyon and Marseille as one commune: the zoning and the directory know their arrondissements. */
const WHOLE_CITIES: Readonly<Record<string, { postcodes: RegExp; first: number }>> = {
  "75056": { postcodes: /^75[01](0[1-9]|1\d|20)$/, first: 75100 },
  "69123": { postcodes: /^690(0[1-9])$/, first: 69380 },
  "13055": { postcodes: /^130(0[1-9]|1[0-6])$/, first: 13200 },
};

/** An INSEE code: capitals for Corsica, lost zeros put back, arrondissement found from the postcode. */
export function readCommune(text: string, postcode: string | null): CodeReading {
  const code = text.replace(/\s/g, "").toUpperCase();
  if (code === "") return { code: null, note: null };
  if (/^\d{4}$/.test(code)) {
    return { code: `0${code}`, note: `Code commune ${shown(text)} : le zéro initial perdu a été remis.` };
  }
  if (/^20\d{3}$/.test(code)) return corsican(code, postcode);
  if (!/^(\d{5}|2[AB]\d{3})$/.test(code))
    return { code: null, note: `Code commune ${shown(text)} illisible : laissé vide.` };
  return code in WHOLE_CITIES ? arrondissement(code, postcode) : { code, note: null };
}

/** Postcodes 200xx and 201xx are in Corse-du-Sud, 202xx and 206xx in Haute-Corse. */
function corsican(code: string, postcode: string | null): CodeReading {
  const department = /^20[01]/.test(postcode ?? "") ? "2A" : /^20[26]/.test(postcode ?? "") ? "2B" : null;
  if (!department) return { code: null, note: `Code commune corse ${shown(code)} sans 2A ni 2B : laissé vide.` };
  const restored = `${department}${code.slice(2)}`;
  return { code: restored, note: `Code commune corse ${shown(code)} lu ${shown(restored)} d'après le code postal.` };
}

function arrondissement(code: string, postcode: string | null): CodeReading {
  const city = WHOLE_CITIES[code];
  const rank = city?.postcodes.exec(postcode ?? "")?.[1];
  if (!city || !rank) return { code, note: `Code commune ${shown(code)} sans arrondissement.` };
  const restored = String(city.first + Number(rank));
  return {
    code: restored,
    note: `Code commune ${shown(code)} sans arrondissement, lu ${shown(restored)} d'après le code postal.`,
  };
}

/** The last address line repeats the postcode: it settles what a spreadsheet has cut. */
export function readPostcode(text: string, lastLine: string, communeText: string): CodeReading {
  const code = text.replace(/\s/g, "");
  if (/^\d{5}$/.test(code)) return { code, note: null };
  const repeated = /^(\d{5})\b/.exec(lastLine)?.[1];
  if (code === "") return { code: repeated ?? null, note: null };
  if (repeated)
    return {
      code: repeated,
      note: `Code postal ${shown(text)} lu ${shown(repeated)} d'après la dernière ligne de l'adresse.`,
    };
  const padded = `0${code}`;
  const department = communeText.trim().padStart(5, "0").slice(0, 2);
  if (/^\d{4}$/.test(code) && (communeText.trim() === "" || padded.startsWith(department))) {
    return { code: padded, note: `Code postal ${shown(text)} : le zéro initial perdu a été remis.` };
  }
  return { code: null, note: `Code postal ${shown(text)} illisible : laissé vide.` };
}

/** « 75651 PARIS CEDEX 13 » → « PARIS ». */
export function townOf(lastLine: string): string {
  return lastLine
    .replace(/^\d{5}\s+/, "")
    .replace(/\s+CEDEX\b.*$/i, "")
    .trim();
}
