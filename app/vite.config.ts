import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import remixOptions from "../remix.config.js";

// --config names this file; the project root stays the working directory.
export default defineConfig({
  plugins: [remix(remixOptions), tsconfigPaths()],
  build: { target: "es2022", chunkSizeWarningLimit: 900 },
});
