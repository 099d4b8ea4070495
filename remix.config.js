import { routes } from "./app/routes.js";

/**
 * Remix options, URL table included; app/vite.config.ts hands this object to the Remix plugin.
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
const options = {
  appDirectory: "app",
  buildDirectory: "build",
  serverModuleFormat: "esm",
  serverBuildFile: "index.js",
  ssr: true,
  ignoredRouteFiles: ["**/*"], // no routing by file name: app/routes.js is the only table
  routes: (defineRoutes) => defineRoutes(routes),
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    // Off on purpose: open advisories in that code of the last Remix 2 (see app/server/README.md).
    v3_singleFetch: false,
    v3_lazyRouteDiscovery: false,
  },
};

export default options;
