export type RppsReading = { ok: true; rpps: string; keyHolds: boolean; restored: boolean } | { ok: false; why: string };

/**
 * Reads an RPPS number as registries and spreadsheets write it: eleven digits, or twelve behind the type digit 8.
 * A bad key is not a refusal: the registry's own documentation publishes numbers that fail it.
 */
export function readRpps(text: string): RppsReading {
  const digits = text.replace(/[\s.]/g, "");
  if (/^\d{11}$/.test(digits)) return { ok: true, rpps: digits, keyHolds: rppsKeyHolds(digits), restored: false };
  if (/^8\d{11}$/.test(digits)) return readRpps(digits.slice(1));
  if (digits === "") return { ok: false, why: "Numéro RPPS absent." };
  if (/^\d+([.,]\d+)?e\+?\d+$/i.test(text.trim())) {
    return {
      ok: false,
      why: "Numéro RPPS abîmé par un tableur (notation scientifique) : ses derniers chiffres sont perdus.",
    };
  }
  if (/^\d{9,10}$/.test(digits) && rppsKeyHolds(digits)) {
    return { ok: true, rpps: digits.padStart(11, "0"), keyHolds: true, restored: true };
  }
  if (/^\d+$/.test(digits)) return { ok: false, why: `Numéro RPPS de ${digits.length} chiffres au lieu de 11.` };
  return { ok: false, why: "Numéro RPPS illisible : onze chiffres sont attendus." };
}

/** Luhn over the whole number. Leading zeros do not change it, which is what lets a lost zero be put back. */
export function rppsKeyHolds(rpps: string): boolean {
  let sum = 0;
  for (let at = rpps.length - 1, rank = 0; at >= 0; at -= 1, rank += 1) {
    const digit = rpps.charCodeAt(at) - 48;
    const weighed = rank % 2 === 1 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}
