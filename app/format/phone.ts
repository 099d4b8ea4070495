import { NO_BREAK } from "./typography";

/** Ten digits for a French number, "+" and digits for a foreign one. `restored`: a lost leading zero was put back. */
export type PhoneReading = { phone: string; restored: boolean };

/** Country codes of overseas France; their national numbers keep the same nine digits behind a zero. */
const OVERSEAS = /^(262|590|594|596)/;

/** Null when nothing dialable is there. Possible numbers are kept: overseas and reserved ranges fail stricter tests. */
export function readPhone(text: string): PhoneReading | null {
  if (/^0[1-9]\d{8}$/.test(text)) return { phone: text, restored: false };
  const international = /^\s*(\+|00)/.test(text);
  const digits = text.replace(/\(0\)/g, "").replace(/\D/g, "").replace(/^00/, "");
  if (international) return fromAbroad(digits);
  if (/^0[1-9]\d{8}$/.test(digits)) return { phone: digits, restored: false };
  if (/^[1-9]\d{8}$/.test(digits)) return { phone: `0${digits}`, restored: true };
  if (/^33[1-9]\d{8}$/.test(digits)) return { phone: `0${digits.slice(2)}`, restored: false };
  return null;
}

/** « 02 61 91 00 01 », unbreakable; a foreign number is shown as it is dialled. */
export function formatPhone(phone: string): string {
  return /^\d{10}$/.test(phone) ? phone.replace(/(\d{2})(?=\d)/g, `$1${NO_BREAK}`) : phone;
}

function fromAbroad(digits: string): PhoneReading | null {
  const home = /^33(0?)([1-9]\d{8})$/.exec(digits);
  if (home) return { phone: `0${home[2]}`, restored: false };
  if (OVERSEAS.test(digits) && digits.length === 12) return { phone: `0${digits.slice(3)}`, restored: false };
  return /^[1-9]\d{6,14}$/.test(digits) ? { phone: `+${digits}`, restored: false } : null;
}
