import { type Criterion, doubtful, failed, met } from "../assessment";
import type { DoctorFacts, OptamVariant } from "../doctor-facts";
import type { IndividualVersion } from "../rule-version";

const SCHEMES: Record<OptamVariant, string> = { OPTAM: "Optam", OPTAM_CO: "Optam-CO", OPTAM_ACO: "Optam-ACO" };

/** Every variant of the scheme counts as Optam: Optam-ACO took the place of Optam-CO and its members. */
export function judgeSector({ sector, optam, optamVariant }: DoctorFacts, version: IndividualVersion): Criterion {
  const schemes = version.optamSchemes.value.map((each) => SCHEMES[each]);
  const about = {
    code: "SECTOR_OPTAM",
    label: "Secteur conventionnel",
    threshold: `le secteur 1, ou le secteur 2 avec ${schemes.join(" ou ")}`,
    rule: version.sectors,
  };
  const { open, withOptam } = version.sectors.value;
  if (sector === null)
    return doubtful(about, {
      value: null,
      brief: "le secteur conventionnel n'est pas connu",
      unresolved: "SECTOR_OPTAM_MISSING_DATA",
      question: "Exercez-vous en secteur 1 ou en secteur 2 ?",
      askTo: "doctor",
    });
  if (open.includes(sector)) return met(about, { value: `secteur ${sector}`, brief: `secteur ${sector}` });
  if (!withOptam.includes(sector))
    return failed(about, { value: "non conventionné", brief: "médecin non conventionné" });

  const adheres = optam ?? (optamVariant !== null ? true : null);
  if (adheres === null)
    return doubtful(about, {
      value: `secteur ${sector}`,
      brief: "l'adhésion à l'Optam n'est pas connue",
      unresolved: "SECTOR_OPTAM_MISSING_DATA",
      question: "Avez-vous adhéré à l'Optam ?",
      askTo: "doctor",
    });
  const value = `secteur ${sector} ${adheres ? `avec ${SCHEMES[optamVariant ?? "OPTAM"]}` : "sans Optam"}`;
  return adheres ? met(about, { value, brief: value }) : failed(about, { value, brief: value });
}
