import { french } from "~/format/typography";
import type { Letter } from "~/mail/mailer";

export type LinkPurpose = "invitation" | "reset";

/** A forgotten password is asked for and used at once; an invitation waits for its reader. */
export const LINK_HOURS: Record<LinkPurpose, number> = { invitation: 7 * 24, reset: 1 };

interface Words {
  readonly subject: string;
  readonly opening: string;
  readonly button: string;
  readonly validity: string;
  /** Why the reader gets this letter, and what to do if it is not theirs. */
  readonly why: string;
}

const WORDS: Record<LinkPurpose, Words> = {
  invitation: {
    subject: "Votre accès à Tandem",
    opening:
      "Un compte vient d'être ouvert à votre nom dans Tandem, l'outil de l'Assurance Maladie pour accompagner les médecins. Il vous reste à choisir votre mot de passe.",
    button: "Choisir mon mot de passe",
    validity: "Ce lien est valable sept jours et ne sert qu'une fois.",
    why: "Vous recevez cette lettre parce que l'administration de Tandem vous a inscrit. Si vous pensez que c'est une erreur, ignorez-la : sans mot de passe, le compte reste fermé.",
  },
  reset: {
    subject: "Changer votre mot de passe Tandem",
    opening: "Quelqu'un, sans doute vous, a demandé à changer le mot de passe de votre compte Tandem.",
    button: "Choisir un nouveau mot de passe",
    validity: "Ce lien est valable une heure et ne sert qu'une fois.",
    why: "Vous recevez cette lettre parce que cette adresse a été saisie sur la page « Mot de passe oublié ». Si ce n'est pas vous, ignorez-la : votre mot de passe actuel reste en place.",
  },
};

/** The letter that carries a password link, as HTML and as plain text. */
export function passwordLetter(input: { to: string; name: string; purpose: LinkPurpose; url: string }): Letter {
  const words = WORDS[input.purpose];
  return {
    to: input.to,
    subject: words.subject,
    text: asText(input.name, input.url, words),
    html: asHtml(input.name, input.url, words),
  };
}

function asText(name: string, url: string, words: Words): string {
  const lines = [`Bonjour ${name},`, words.opening, `${words.button} :\n${url}`, words.validity, words.why, "Tandem"];
  return french(lines.join("\n\n"));
}

/** One column of 600 px in tables, colours of the page kept by readers that darken: mail clients know little more. */
function asHtml(name: string, url: string, words: Words): string {
  const font = "font-family:Arial,Helvetica,sans-serif;color:#1d2730";
  const line = (text: string, style: string) =>
    `<tr><td style="${font};${style}">${escapeHtml(french(text))}</td></tr>`;
  const button = `<a href="${escapeHtml(url)}" style="display:inline-block;padding:12px 20px;${font};font-size:16px;color:#ffffff;text-decoration:none">${words.button}</a>`;
  return `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${words.subject}</title></head>
<body style="margin:0;padding:24px 12px;background-color:#fbfaf7">
<table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;background-color:#ffffff">
<tr><td style="padding:32px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
${line("Tandem", "font-size:14px;font-weight:bold;color:#0b5d66;padding-bottom:24px")}
${line(`Bonjour ${name},`, "font-size:16px;line-height:24px;padding-bottom:16px")}
${line(words.opening, "font-size:16px;line-height:24px;padding-bottom:24px")}
<tr><td style="padding-bottom:24px"><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="#0b5d66" style="border-radius:8px">${button}</td></tr></table></td></tr>
${line(words.validity, "font-size:16px;line-height:24px;padding-bottom:16px")}
${line("Si le bouton ne répond pas, copiez cette adresse dans votre navigateur :", "font-size:14px;line-height:20px;color:#55606b")}
${line(url, "font-size:14px;line-height:20px;color:#55606b;word-break:break-all;padding-bottom:24px")}
${line(words.why, "font-size:14px;line-height:20px;color:#55606b;border-top:1px solid #e3dfd6;padding-top:16px")}
</table>
</td></tr>
</table>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
