import { z } from "zod";
import type { CollectiveCase } from "./case";
import { code, count, day, flag } from "./fields.form";

const member = z.looseObject(
  { installedMonths: count, adhesionDate: day.nullish() },
  "un objet décrivant l'adhérent est attendu",
);

export const collectiveCaseForm = z
  .looseObject({
    signatureDate: day,
    legalForm: code,
    adheringDoctors: count,
    allGpNonMep: flag,
    allAssociatesInOwnName: flag,
    allSector1OrOptam: flag,
    meanPatientsMT: count,
    etpRequested: count,
    pamsuDoctorsHostingJunior: count,
    approvedTrainingSite: flag,
    activeIndividualContracts: count,
    member: member.nullish(),
  })
  .transform(
    (input): CollectiveCase => ({
      contractType: "COLLECTIVE",
      signedOn: input.signatureDate,
      facts: {
        legalForm: input.legalForm || null,
        adheringDoctors: input.adheringDoctors ?? null,
        allGpNonMep: input.allGpNonMep ?? null,
        allAssociatesInOwnName: input.allAssociatesInOwnName ?? null,
        allSector1OrOptam: input.allSector1OrOptam ?? null,
        meanPatientsMT: input.meanPatientsMT ?? null,
        etpRequested: input.etpRequested ?? null,
        pamsuDoctorsHostingJunior: input.pamsuDoctorsHostingJunior ?? null,
        approvedTrainingSite: input.approvedTrainingSite ?? null,
        activeIndividualContracts: input.activeIndividualContracts ?? null,
      },
      member: input.member
        ? {
            installedMonths: input.member.installedMonths ?? null,
            joinedOn: input.member.adhesionDate ?? input.signatureDate,
          }
        : null,
    }),
  );
