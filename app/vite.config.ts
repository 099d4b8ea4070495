import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import remixOptions from "../remix.config.js";

// --config names this file; the project root stays the working directory.
export default defineConfig({
  plugins: [remix(remixOptions), tsconfigPaths()],
  // A native module of the server: nothing for the browser to prepare, even when a half-written file would ask for it.
  optimizeDeps: { exclude: ["@node-rs/argon2"] },
  build: { target: "es2022", chunkSizeWarningLimit: 900 },
});
