import { randomBytes } from "node:crypto";
import path from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Request, type RequestHandler, type Response } from "express";
import helmet from "helmet";
import type { Services } from "~/wiring";

/** The HTTP face of the product: headers, guards, static files, then Remix. */
export function httpApp(build: ServerBuild | (() => Promise<ServerBuild>), services: Services, vite?: RequestHandler) {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", "loopback");
  app.use(refuseStrangePaths);
  app.use((_request, response, next) => {
    response.locals.nonce = randomBytes(16).toString("base64");
    next();
  });
  if (!vite) app.use(securityHeaders(services));
  app.use(refuseForeignOrigin(services));
  app.use(refuseEndlessForms);
  app.use(compression());
  if (vite) app.use(vite);
  else app.use("/assets", express.static(path.resolve("build/client/assets"), { immutable: true, maxAge: "1y" }));
  app.use(express.static(path.resolve("build/client"), { maxAge: "1h", index: false }));
  // Pages and their data name people; only the files above may be kept by a browser or a proxy.
  app.use((_request, response, next) => {
    response.setHeader("Cache-Control", "no-store");
    next();
  });
  app.all(
    "*",
    createRequestHandler({
      build: build as ServerBuild,
      getLoadContext: (request, response) =>
        ({ services, nonce: (response as Response).locals.nonce, address: (request as Request).ip ?? "" }) as never,
    }),
  );
  return app;
}

/** `//elsewhere` and `\` have been read as another host by this router's redirects: they end here. */
const refuseStrangePaths: RequestHandler = (request, response, next) => {
  const [pathname = ""] = request.url.split("?");
  if (/^\/\//.test(pathname) || /\\|%5c/i.test(pathname))
    response.status(400).type("text/plain").send("Adresse incorrecte.");
  else next();
};

/** A mail program stops letters by itself, without page, cookie or origin (RFC 8058): the signature of the link is all. */
function isOneClick(path: string): boolean {
  return /^\/(lettre\/[\w-]{1,40}|candidat\/[\w.-]{1,60})\/stop$/.test(path);
}

/** Whatever is not a plain reading must come from our own pages: the second lock beside SameSite. */
function refuseForeignOrigin({ env }: Services): RequestHandler {
  return (request, response, next) => {
    if (request.method === "GET" || request.method === "HEAD" || isOneClick(request.path)) return next();
    const own = [env.PUBLIC_URL && new URL(env.PUBLIC_URL).host, request.headers.host];
    const origin = request.headers.origin;
    if (origin && URL.canParse(origin) && own.includes(new URL(origin).host)) {
      // Remix compares them again, and knows nothing of PUBLIC_URL: behind a proxy, Host may be an inner name.
      request.headers["x-forwarded-host"] = new URL(origin).host;
      return next();
    }
    response.status(403).type("text/plain").send("Demande refusée : elle ne vient pas d'une page de Tandem.");
  };
}

const LONGEST_FORM = 1_000_000;

/** A form is read whole in memory, so its length is asked first; files are streamed, and measured as they come. */
const refuseEndlessForms: RequestHandler = (request, response, next) => {
  const isReading = request.method === "GET" || request.method === "HEAD";
  if (isReading || request.headers["content-type"]?.startsWith("multipart/form-data")) return next();
  const length = Number(request.headers["content-length"] ?? (request.headers["transfer-encoding"] ? Number.NaN : 0));
  if (length <= LONGEST_FORM) return next();
  response.status(413).type("text/plain").send("Formulaire trop long. Rien n'a été modifié.");
};

function securityHeaders({ env }: Services): RequestHandler {
  const secure = env.PUBLIC_URL?.startsWith("https://") ?? false;
  const nonce = (_request: unknown, response: unknown) => `'nonce-${(response as Response).locals.nonce}'`;
  const maps = mapOrigins(env);
  return helmet({
    strictTransportSecurity: secure && { maxAge: 31_536_000, includeSubDomains: true },
    referrerPolicy: { policy: "same-origin" },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'self'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
        "script-src": ["'self'", nonce],
        "style-src": ["'self'", nonce],
        "style-src-attr": ["'unsafe-inline'"], // React Aria positions with style attributes
        "img-src": ["'self'", "data:", ...maps],
        // Every answer carries it: one walks to a map without a new page, and its worker is a file like another.
        "connect-src": ["'self'", ...maps],
        "worker-src": ["'self'"],
        ...(secure ? { "upgrade-insecure-requests": [] } : {}),
      },
    },
  }) as RequestHandler;
}

/** Where the ground of the maps comes from, and nowhere else. */
function mapOrigins({ MAP_STYLE_URL, MAP_ORIGINS }: Services["env"]): string[] {
  if (MAP_STYLE_URL === "") return [];
  return [...new Set([new URL(MAP_STYLE_URL).origin, ...MAP_ORIGINS.split(/\s+/).filter(Boolean)])];
}
