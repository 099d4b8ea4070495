import { NARROW, NO_BREAK } from "./typography";

/** 35000 → « 35 000 », with narrow no-break spaces and a real minus sign; never more decimals than asked. */
export function number(value: number, decimals = 0): string {
  const rounded = Math.abs(value).toFixed(decimals);
  const [whole, fraction] = rounded.split(".");
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, NARROW);
  const digits = fraction && Number(fraction) > 0 ? `${grouped},${fraction.replace(/0+$/, "")}` : grouped;
  return value < 0 && Number(rounded) !== 0 ? `−${digits}` : digits;
}

/** A share, not a percentage: 0.125 → « 12,5 % ». */
export function percent(share: number, decimals = 1): string {
  return `${number(share * 100, decimals)}${NARROW}%`;
}

/** +12 / −3 / 0: for differences, where the sign is the message. */
export function signed(value: number, decimals = 0): string {
  const text = number(value, decimals);
  return value > 0 && text !== "0" ? `+${text}` : text;
}

/** French agreement: zero and one are singular, 1,5 too; the plural starts at two. */
export function isPlural(count: number): boolean {
  return Math.abs(count) >= 2;
}

type Plural<Singular extends string> = Singular extends `${string} ${string}` ? [plural: string] : [plural?: string];

/** 3, "médecin" → « médecins ». Several words must bring their plural: (2, "compte rendu", "comptes rendus"). */
export function plural<Singular extends string>(count: number, singular: Singular, ...rest: Plural<Singular>): string {
  if (!isPlural(count)) return singular;
  return rest[0] ?? (/[sxz]$/.test(singular) ? singular : /(eau|eu)$/.test(singular) ? `${singular}x` : `${singular}s`);
}

/** 3, "médecin" → « 3 médecins », number and noun on one line. */
export function countOf<Singular extends string>(count: number, singular: Singular, ...rest: Plural<Singular>): string {
  return `${number(count, 1)}${NO_BREAK}${plural(count, singular, ...rest)}`;
}
