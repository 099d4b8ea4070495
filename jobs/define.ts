import type { z } from "zod";

export interface Job<Payload extends z.ZodType = z.ZodType> {
  readonly name: string;
  /** files: long and heavy, one at a time · rules: calculations · plans: weeks that somebody waits for · mail: letters to one person · campaigns: letters to many · clock: what the schedule starts */
  readonly queue: QueueName;
  readonly payload: Payload;
  readonly attempts: number;
}

export const QUEUES = ["files", "rules", "plans", "mail", "campaigns", "clock"] as const;
export type QueueName = (typeof QUEUES)[number];

export function defineJob<Payload extends z.ZodType>(job: Job<Payload>): Job<Payload> {
  return job;
}
