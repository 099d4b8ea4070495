import { parseArgs } from "node:util";
import { Refused } from "~/errors";
import { french } from "~/format/typography";
import type { CommandIo, ExitCode } from "~/server/io";
import type { Services } from "~/wiring";
import { inviteForm } from "./accounts.form";
import { inTransaction } from "./doorway.server";
import { LINK_HOURS } from "./password-letter";
import { SYSTEM_ACTOR } from "./system-actor";
import { userAdd } from "./user-add.server";

const USAGE = `Usage : tandem user add --name "Prénom Nom" --email ADRESSE --role RÔLE [--fund CAISSE] [--sector NOM]… [--password-stdin]

  --role   delegate, manager, campaign_officer, administrator, national_reader ou super_administrator
  --fund   numéro de caisse (441) ou département (44) ; sans objet pour les rôles nationaux
  --sector nom d'un secteur de la caisse, à répéter ; pour un délégué
  --password-stdin  lit le mot de passe sur l'entrée standard ; sinon, un lien d'invitation est affiché
`;

/**
 * 0: the account exists · 1: it was refused, and why · 2: the command was not understood. Whoever runs this holds the
 * database, so the invitation is shown to them instead of being sent: the first account is made before any relay works.
 */
export async function userCommand(args: readonly string[], services: Services, io: CommandIo): Promise<ExitCode> {
  const asked = read(args);
  if (!asked) {
    io.err(french(USAGE));
    return 2;
  }
  const given = inviteForm.safeParse({ name: asked.name, email: asked.email, role: asked.role });
  if (!given.success)
    return refuse(
      io,
      given.error.issues.map((issue) => issue.message),
    );
  const { name, email, role } = given.data;
  const password = asked["password-stdin"] ? await firstLine(io.stdin) : undefined;
  const user = { name, email, role, fundCode: asked.fund, sectorNames: asked.sector ?? [], password };
  try {
    const { token } = await inTransaction(services, SYSTEM_ACTOR, (ctx) => userAdd(ctx, user));
    io.out(
      french(
        token ? invitation(email, `${services.tools.publicUrl()}/mot-de-passe/${token}`) : `Compte ouvert : ${email}\n`,
      ),
    );
    return 0;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const details = Object.values(error.fields).flat();
    return refuse(io, details.length > 0 ? details : [error.message]);
  }
}

function read(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        name: { type: "string" },
        email: { type: "string" },
        role: { type: "string" },
        fund: { type: "string" },
        sector: { type: "string", multiple: true },
        "password-stdin": { type: "boolean" },
      },
    });
    return positionals.join(" ") === "add" ? values : null;
  } catch {
    return null;
  }
}

function refuse(io: CommandIo, reasons: readonly string[]): 1 {
  for (const reason of reasons) io.err(`${french(reason)}\n`);
  return 1;
}

function invitation(email: string, url: string): string {
  return `Compte ouvert : ${email}\nLien pour choisir le mot de passe, valable ${LINK_HOURS.invitation / 24} jours et une seule fois :\n${url}\n`;
}

async function firstLine(stdin: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stdin) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8").split(/\r?\n/, 1)[0] ?? "";
}
