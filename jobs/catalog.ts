import { z } from "zod";
import { defineJob } from "./define";

const importId = z.object({ importId: z.uuid() });
const nothing = z.object({});

/** Every job of the product. A job carries ids, never data: the truth stays in the tables. */
export const catalog = {
  readImport: defineJob({ name: "read-import", queue: "files", attempts: 10, payload: importId }),
  applyImport: defineJob({ name: "apply-import", queue: "files", attempts: 10, payload: importId }),
  scoreFund: defineJob({
    name: "score-fund",
    queue: "rules",
    attempts: 5,
    payload: z.object({ fundId: z.number().int() }),
  }),
  scoreDoctors: defineJob({
    name: "score-doctors",
    queue: "rules",
    attempts: 5,
    payload: z.object({ doctorIds: z.array(z.number().int()).max(5_000) }),
  }),
  sendPasswordLink: defineJob({
    name: "send-password-link",
    queue: "mail",
    attempts: 8,
    payload: z.object({ accountId: z.uuid(), purpose: z.enum(["invitation", "reset"]) }),
  }),
  sendInvitation: defineJob({
    name: "send-invitation",
    queue: "mail",
    attempts: 8,
    payload: z.object({ invitationId: z.number().int() }),
  }),
  sendFollowUpLetter: defineJob({
    name: "send-follow-up-letter",
    queue: "mail",
    attempts: 8,
    payload: z.object({ letterId: z.uuid() }),
  }),
  sendSimulationLetter: defineJob({
    name: "send-simulation-letter",
    queue: "mail",
    attempts: 8,
    payload: z.object({ letterId: z.uuid() }),
  }),
  sendTrialLetter: defineJob({
    name: "send-trial-letter",
    queue: "mail",
    attempts: 8,
    payload: z.object({ trialId: z.uuid() }),
  }),
  proposeWeek: defineJob({
    name: "propose-week",
    queue: "plans",
    attempts: 3,
    payload: z.object({ planId: z.uuid(), anew: z.boolean().default(false) }),
  }),
  sendLetters: defineJob({
    name: "send-letters",
    queue: "campaigns",
    attempts: 3,
    payload: z.object({ campaignId: z.uuid(), provider: z.string().max(50) }),
  }),
  /** The next round of the clock is the retry. */
  readReturns: defineJob({ name: "read-returns", queue: "clock", attempts: 1, payload: nothing }),
  moveJourneys: defineJob({ name: "move-journeys", queue: "campaigns", attempts: 3, payload: nothing }),
  admitToJourneys: defineJob({ name: "admit-to-journeys", queue: "clock", attempts: 3, payload: nothing }),
  sendMilestoneDigest: defineJob({
    name: "send-milestone-digest",
    queue: "mail",
    attempts: 8,
    payload: z.object({ accountId: z.uuid(), weekOn: z.iso.date() }),
  }),
  prepareMilestoneDigests: defineJob({
    name: "prepare-milestone-digests",
    queue: "clock",
    attempts: 3,
    payload: nothing,
  }),
  followContracts: defineJob({ name: "follow-contracts", queue: "clock", attempts: 3, payload: nothing }),
  sendRecruitingMail: defineJob({
    name: "send-recruiting-mail",
    queue: "mail",
    attempts: 8,
    payload: z.object({ mailId: z.uuid() }),
  }),
  careForCandidates: defineJob({ name: "care-for-candidates", queue: "clock", attempts: 3, payload: nothing }),
  forecastFund: defineJob({
    name: "forecast-fund",
    queue: "rules",
    attempts: 3,
    payload: z.object({ fundId: z.number().int() }),
  }),
  forecastEverybody: defineJob({ name: "forecast-everybody", queue: "clock", attempts: 3, payload: nothing }),
  changeSectors: defineJob({ name: "change-sectors", queue: "clock", attempts: 3, payload: nothing }),
  foldFunnel: defineJob({ name: "fold-funnel", queue: "clock", attempts: 1, payload: nothing }),
  /** One try: a difference found stays among the failed tasks. */
  checkFunnel: defineJob({ name: "check-funnel", queue: "clock", attempts: 1, payload: nothing }),
  scoreEverybody: defineJob({ name: "score-everybody", queue: "clock", attempts: 3, payload: nothing }),
  prepareWeeklyReports: defineJob({ name: "prepare-weekly-reports", queue: "clock", attempts: 3, payload: nothing }),
  sendWeeklyReport: defineJob({
    name: "send-weekly-report",
    queue: "mail",
    attempts: 8,
    payload: z.object({ accountId: z.uuid(), weekOn: z.iso.date() }),
  }),
  rollNation: defineJob({ name: "roll-nation", queue: "clock", attempts: 3, payload: nothing }),
  tidy: defineJob({ name: "tidy", queue: "clock", attempts: 3, payload: nothing }),
} as const;

export type Catalog = typeof catalog;
