import { isRefusedForGood } from "~/mail/mailer";
import {
  dropInvitation,
  releaseInvitation,
  settleInvitation,
  takeInvitation,
} from "~/visits/invitations/handing.server";
import type { Handler } from "../handler";

/**
 * Killed between the relay and the settling, the letter leaves again once its lease has ended, with the same Message-ID,
 * event and sequence: mailboxes and calendars take both for one.
 */
const sendInvitation: Handler<"sendInvitation"> = async ({ invitationId }, { step, tools }) => {
  const letter = await step((ctx) => takeInvitation(ctx, invitationId));
  if (!letter) return;
  try {
    await tools.mailer.deliver(letter);
  } catch (error) {
    if (isRefusedForGood(error)) return step((ctx) => dropInvitation(ctx, invitationId));
    await step((ctx) => releaseInvitation(ctx, invitationId));
    throw error;
  }
  await step((ctx) => settleInvitation(ctx, invitationId));
};

export const invitationHandlers = { sendInvitation };
