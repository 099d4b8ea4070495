import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import type { Services } from "~/wiring";
import { httpApp } from "./http";

const PORTS_TO_TRY = 50;

/** Serves on the asked port, or the next free one. */
export async function startWeb(
  build: ServerBuild | (() => Promise<ServerBuild>),
  services: Services,
  vite?: RequestHandler,
): Promise<{ url: string; stop(): Promise<void> }> {
  const app = httpApp(build, services, vite);
  const { HOST, PORT } = services.env;
  for (let port = PORT; ; port++) {
    const server = app.listen(port, HOST);
    const failure = await new Promise<NodeJS.ErrnoException | null>((settled) => {
      server.once("listening", () => settled(null)).once("error", settled);
    });
    if (!failure) return serving(server, services);
    if (failure.code !== "EADDRINUSE" || PORT === 0 || port - PORT >= PORTS_TO_TRY) throw failure;
    services.log.warn({ port }, "port occupé, on essaie le suivant");
  }
}

function serving(server: Server, services: Services) {
  const { port } = server.address() as AddressInfo;
  const { HOST } = services.env;
  const url = `http://${HOST === "127.0.0.1" || HOST === "0.0.0.0" ? "localhost" : HOST}:${port}`;
  services.servesAt(url);
  return {
    url,
    stop: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 3_000).unref();
      }),
  };
}
