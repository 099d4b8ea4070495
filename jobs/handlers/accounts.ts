import { issuePasswordLink } from "~/access/issue-link.server";
import { passwordLetter } from "~/access/password-letter";
import type { Handler } from "../handler";

/** Each attempt makes a fresh link: the one that was never delivered is known to nobody and dies alone. */
const sendPasswordLink: Handler<"sendPasswordLink"> = async ({ accountId, purpose }, { step, tools }) => {
  const link = await step((ctx) => issuePasswordLink(ctx, accountId, purpose));
  if (!link) return;
  const url = `${tools.publicUrl()}/mot-de-passe/${link.token}`;
  await tools.mailer.deliver(passwordLetter({ to: link.to, name: link.name, purpose, url }));
};

export const accountHandlers = { sendPasswordLink };
