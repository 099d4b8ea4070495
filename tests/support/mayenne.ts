import { ameliFile } from "~/demo/ameli-file";
import { demoGround } from "~/demo/ground";
import { patientCountFile } from "~/demo/patient-count-file";
import { demoRegion, type Region } from "~/demo/region";
import { rppsFile } from "~/demo/rpps-file";
import { zoningFile } from "~/demo/zoning-file";
import { communes } from "~db/reference/communes";
import { FUNDS } from "~db/reference/funds";

let made: Region | undefined;

/** Nearly three hundred doctors: the smallest département of the demonstration. */
function region(): Region {
  made ??= demoRegion(demoGround(communes(), FUNDS), "mayenne", ["53"], "2026-11-22");
  return made;
}

/** The files of one small fund, as real ones are written. */
export const mayenne = {
  get doctors() {
    return region().doctors.length;
  },
  rpps: () => [...rppsFile(region())].join(""),
  ameli: () => [...ameliFile(region())].join(""),
  zoning: () => [...zoningFile(region())].join(""),
  patientCounts: () => [...patientCountFile(region())].join(""),
};
