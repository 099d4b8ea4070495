import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

// --config names this file; the project root stays the working directory.
const shared = { testTimeout: 60_000, hookTimeout: 120_000, setupFiles: ["tests/support/quiet.ts"] };

export default defineConfig({
  root: process.cwd(),
  plugins: [tsconfigPaths()],
  test: {
    pool: "forks",
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { ...shared, name: "rules", include: ["tests/rules/**/*.test.ts?(x)", "tests/architecture.test.ts"] },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "features",
          include: ["tests/features/**/*.test.ts?(x)"],
          globalSetup: ["tests/support/global.ts"],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: "journeys",
          include: ["tests/journeys/**/*.test.ts?(x)"],
          globalSetup: ["tests/support/global.ts"],
          testTimeout: 180_000,
        },
      },
    ],
  },
});
