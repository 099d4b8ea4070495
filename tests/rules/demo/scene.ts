import { demoGround } from "~/demo/ground";
import { FICTION_RANGES } from "~/demo/phones";
import { DEMO_DEPARTMENTS, demoRegion } from "~/demo/region";
import { communes } from "~db/reference/communes";
import { FUNDS } from "~db/reference/funds";

export const TODAY = "2026-11-22";
export const ground = demoGround(communes(), FUNDS);
export const region = demoRegion(ground, "tandem", DEMO_DEPARTMENTS, TODAY);

export const FICTION = new RegExp(`^(${FICTION_RANGES.join("|")})\\d{4}$`);

export function cells(line: string, separator: string): string[] {
  return line.replace(/\r?\n$/, "").split(separator);
}
