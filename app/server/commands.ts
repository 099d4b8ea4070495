import type { Env } from "~/env.server";
import type { Log } from "~/wiring";
import type { CommandIo, ExitCode } from "./io";
import type { RunningServices } from "./services";

export interface CommandRun {
  readonly args: string[];
  readonly io: CommandIo;
  readonly env: Env;
  readonly log: Log;
}

interface Command {
  readonly usage: string;
  readonly about: string;
  readonly run: (given: CommandRun) => Promise<ExitCode>;
}

/** What people who run Tandem may ask of it on a terminal. Each loads only what it needs: most are asked often and alone. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  migrate: {
    usage: "migrate",
    about: "met la base de données à jour",
    run: (given) =>
      withServices(given, async (_services, { io }) => {
        io.out("La base de données est à jour.\n");
        return 0;
      }),
  },
  demo: {
    usage: "demo [--national] [--into DOSSIER]",
    about: "charge la région de démonstration, ou écrit des fichiers nationaux dans un dossier",
    run: async (given) => {
      const { demoCommand } = await import("~/demo/demo.command");
      return demoCommand(given, (work) => withServices(given, work));
    },
  },
  import: {
    usage:
      "import <rpps|ameli|zonage|patientele|emails> <fichier> [--fund CAISSE] [--date JOUR] [--partial] [--yes] [--json]",
    about: "lit un fichier, montre la différence et l'applique",
    run: async (given) => withServices(given, (await import("~/imports/import.command")).importCommand),
  },
  score: {
    usage: "score [--fund CAISSE] [--json]",
    about: "recalcule l'éligibilité et la priorité des médecins",
    run: async (given) => withServices(given, (await import("~/doctors/score.command")).scoreCommand),
  },
  segment: {
    usage: "segment count '<critères en JSON>' [--fund CAISSE] [--json]",
    about: "compte exactement les médecins qui répondent à des critères",
    run: async (given) => withServices(given, (await import("~/segments/segment.command")).segmentCommand),
  },
  eligibility: {
    usage: "eligibility < cas.json",
    about: "répond à des cas d'éligibilité donnés sur l'entrée standard, en JSON",
    run: async ({ io }) => (await import("~/casebook/eligibility.command")).eligibilityCommand(io),
  },
  plan: {
    usage: "plan --toptw <fichier> --days <jours> --seconds <secondes> [--seed N]",
    about: "planifie une instance publique de tournées (TOPTW), en JSON",
    run: async ({ args, io }) => (await import("~/visits/plan.command")).planCommand(args, io),
  },
  forecast: {
    usage: "forecast --events FICHIER.csv --asof JOUR --deadline JOUR [--target N] [--ahead SEMAINES] [--json]",
    about: "prévoit les contrats signés à une échéance depuis un fichier de faits, avec l'épreuve du passé",
    run: async ({ args, io }) => (await import("~/forecast/forecast.command")).forecastCommand(args, io),
  },
  model: {
    usage: "model --features FICHIER.csv [--horizon JOURS] [--json]",
    about: "apprend la probabilité de signature sur un fichier de médecins et dit ce qu'elle vaut",
    run: async ({ args, io }) => (await import("~/forecast/model/model.command")).modelCommand(args, io),
  },
  campaign: {
    usage: "campaign <create|status|pause|resume|cancel> … [--json]",
    about: "prépare, lance, suit et arrête une campagne de courriels",
    run: async (given) => withServices(given, (await import("~/campaigns/campaign.command")).campaignCommand),
  },
  bounce: {
    usage: "bounce < message.eml",
    about: "prend un message revenu à l'adresse de retour : rebond, plainte, absence, désinscription",
    run: async (given) => withServices(given, (await import("~/campaigns/bounces/bounce.command")).bounceCommand),
  },
  user: {
    usage: "user add --name NOM --email ADRESSE --role RÔLE [--fund CAISSE] [--sector NOM]… [--password-stdin]",
    about: "ouvre un compte",
    run: async (given) => {
      const { userCommand } = await import("~/access/user.command");
      return withServices(given, (services, { args, io }) => userCommand(args, services, io));
    },
  },
  doctor: {
    usage: "doctor [--json]",
    about: "vérifie l'installation et dit ce qui ne va pas",
    run: async (given) => (await import("~/ops/doctor.command")).doctorCommand(given),
  },
};

/** Lends everything a command needs, and closes it whatever happens. */
async function withServices(
  given: CommandRun,
  work: (services: RunningServices, given: CommandRun) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { openServices } = await import("./services");
  const services = await openServices(given.env, given.log);
  try {
    return await work(services, given);
  } finally {
    await services.close();
  }
}
