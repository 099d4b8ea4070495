import { describe, expect, it } from "vitest";
import { BadEnvironment, readEnv } from "~/env.server";

const read = (given: Record<string, string>) => readEnv(given as NodeJS.ProcessEnv);

describe("the settings of the maps", () => {
  it("take the plan of the IGN unless told otherwise, and an empty address for none", () => {
    expect(new URL(read({}).MAP_STYLE_URL).origin).toBe("https://data.geopf.fr");
    expect(read({ MAP_STYLE_URL: "" }).MAP_STYLE_URL).toBe("");
    expect(read({ MAP_STYLE_URL: "https://cartes.example/style.json" }).MAP_STYLE_URL).toContain("cartes.example");
    expect(() => read({ MAP_STYLE_URL: "style.json" })).toThrow(BadEnvironment);
  });

  it("name other hosts by their origin alone, so that nothing else enters the content policy", () => {
    const origins = "https://tuiles.example http://127.0.0.1:8080";
    expect(read({ MAP_ORIGINS: origins }).MAP_ORIGINS).toBe(origins);
    for (const wrong of [
      "*",
      "https://a.example; script-src *",
      "'unsafe-inline'",
      "https://a.example/chemin",
      "data:",
    ])
      expect(() => read({ MAP_ORIGINS: wrong })).toThrow(BadEnvironment);
  });
});
