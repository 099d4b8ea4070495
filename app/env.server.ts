import { z } from "zod";

const optional = <T extends z.ZodType>(type: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), type.optional());
const address = (...protocols: string[]) =>
  z.url({
    protocol: new RegExp(`^(${protocols.join("|")})$`),
    error: `adresse attendue, commençant par ${protocols.join(":// ou ")}://`,
  });
const flag = z.enum(["0", "1"], { error: "0 ou 1 attendu" });
const whole = (from: number, to: number) =>
  z.coerce
    .number({ error: "nombre attendu" })
    .int()
    .min(from, { error: `au moins ${from}` })
    .max(to, { error: `au plus ${to}` });

const schema = z.object({
  DATABASE_URL: optional(address("postgres", "postgresql")),
  REDIS_URL: optional(address("redis", "rediss")),
  SMTP_URL: optional(address("smtp", "smtps")),
  /** The mailbox to which letters come back: imaps://user:password@host:993/INBOX, emptied every two minutes. */
  BOUNCE_IMAP_URL: optional(address("imaps", "imap")),
  MAIL_FROM: z.string().default("Tandem <tandem@localhost>"),
  /** A PEM key, its lines joined by \n or as they are; letters are signed when it is set. */
  DKIM_PRIVATE_KEY: optional(z.string().includes("PRIVATE KEY", { error: "clé privée au format PEM attendue" })),
  DKIM_SELECTOR: z.string().default("tandem"),
  /** The domain of MAIL_FROM when it is not set. */
  DKIM_DOMAIN: optional(z.string()),
  /** Where people reach the product; https here makes cookies __Host- and adds HSTS. */
  PUBLIC_URL: optional(address("http", "https")),
  HOST: z.string().default("127.0.0.1"),
  PORT: whole(0, 65_535).default(3_000),
  DATA_DIR: z.string().default(".data"),
  DEMO: flag.default("1"),
  POOL_SIZE: whole(2, 200).default(10),
  /** An OSRM server; without one, driving times are estimated. */
  OSRM_URL: optional(address("http", "https")),
  /** The ground of the maps, in the style of MapLibre; empty: the outlines of the départements only, and no other host. */
  MAP_STYLE_URL: z
    .union([z.literal(""), address("http", "https")], { error: "adresse attendue, ou rien" })
    .default("https://data.geopf.fr/annexes/ressources/vectorTiles/styles/PLAN.IGN/standard.json"),
  /** Hosts of its tiles, letters and signs when they are not that of the style, separated by spaces. */
  MAP_ORIGINS: z
    .string()
    .regex(/^(https?:\/\/[^\s;,'/]+(\s+|$))*$/, { error: "origines attendues, comme https://tuiles.example" })
    .default(""),
  UPLOAD_MAX_MB: whole(1, 20_000).default(2_000),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], { error: "debug, info, warn, error ou silent" })
    .default("info"),
});

export type Env = z.output<typeof schema>;

/** Raised before anything starts; its message names each variable to correct. */
export class BadEnvironment extends Error {}

/** The only reader of process.env. A wrong setting stops the process here, in plain words. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const read = schema.safeParse(source);
  if (read.success) return read.data;
  const lines = read.error.issues.map((issue) => `  ${issue.path.join(".")} : ${issue.message}`);
  throw new BadEnvironment(`Tandem ne démarre pas : variables d'environnement à corriger.\n${lines.join("\n")}`);
}
