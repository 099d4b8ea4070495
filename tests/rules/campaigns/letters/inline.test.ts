import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Inline, readMarkup, readPlain } from "~/campaigns/letters/inline";

/** Written again in one line: b(…) strong, i(…) emphasis, a(…→…) link, <champ>. */
function told(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      if (inline.kind === "text") return inline.text;
      if (inline.kind === "field") return `<${inline.name}${inline.fallback === null ? "" : `|${inline.fallback}`}>`;
      if (inline.kind === "link")
        return `a(${told(inline.content)}→${"url" in inline.to ? inline.to.url : inline.to.page})`;
      return `${inline.kind === "strong" ? "b" : "i"}(${told(inline.content)})`;
    })
    .join("");
}

describe("the markup of paragraphs", () => {
  it.each([
    ["un **mot** gras", "un b(mot) gras"],
    ["un *mot* penché", "un i(mot) penché"],
    ["**gras et *les deux***", "b(gras et i(les deux))"],
    ["***les deux***", "b(i(les deux))"],
    ["5 * 3 = 15 et 2 * 2", "5 * 3 = 15 et 2 * 2"],
    ["une étoile * seule", "une étoile * seule"],
    ["**jamais fermé", "**jamais fermé"],
    ["** pas gras **", "** pas gras **"],
    ["[ameli](https://www.ameli.fr/medecin)", "a(ameli→https://www.ameli.fr/medecin)"],
    ["[ma **simulation**]({{lien simulation}})", "a(ma b(simulation)→simulationPage)"],
    ["[écrire](mailto:accueil@cpam.example)", "a(écrire→mailto:accueil@cpam.example)"],
    ["[appeler](tel:02 40 00 00 00)", "a(appeler→tel:0240000000)"],
    ["note [1] et (2)", "note [1] et (2)"],
    ["à {{commune|votre commune}}.", "à <town|votre commune>."],
    ["{{Prénom}} {{ PRENOM }} {{prénom}}", "<firstName> <firstName> <firstName>"],
    ["{{patients\u00a0manquants|quelques}}", "<missing|quelques>"],
    ["**{{docteur}}**,\n\nvous", "b(<doctor>),\n\nvous"],
  ])("%s", (source, reading) => {
    const { content, problems } = readMarkup(source);
    expect([told(content), problems]).toEqual([reading, []]);
  });

  it("is not read in titles and labels, where only fields are", () => {
    const { content, problems } = readPlain("**{{prénom}}** [ici](https://ameli.fr)");
    expect([told(content), problems]).toEqual(["**<firstName>** [ici](https://ameli.fr)", []]);
  });
});

describe("what is refused, with its place", () => {
  it.each([
    ["Bonjour {{prenon}}", 8, "« prenon » n'est pas un champ connu. Vouliez-vous « prénom » ?"],
    ["{{#with a}}", 0, "« #with a » n'est pas un champ connu."],
    ['x {{constructor.constructor("…")()}}', 2, "n'est pas un champ connu."],
    ["{{__proto__}}", 0, "« __proto__ » n'est pas un champ connu."],
    ["{{toString}}", 0, "n'est pas un champ connu."],
    ["à {{commune}}", 2, "par exemple {{commune|votre commune}}"],
    ["à {{commune|}}", 2, "écrivez un texte de repli"],
    ["à {{commune|a|b}}", 2, "ni accolade ni barre"],
    ["à {{commune", 2, "Ces accolades ne se ferment pas."],
    ["à commune}}", 9, "sans s'être ouvertes"],
    ["{{lien stop}}", 0, "se place dans un lien : [texte]({{lien stop}})"],
    ["[x](javascript:alert)", 4, "commence par https://"],
    ["[x](data:text/html;base64,AA)", 4, "commence par https://"],
    ["[x](http://ameli.fr)", 4, "commence par https://"],
    ["[x](https://192.0.2.7/a)", 4, "un site nommé"],
    ["[x](https://0x7f000001/a)", 4, "un site nommé"],
    ["[x](https://localhost/a)", 4, "un site nommé"],
    ["[x](https://ameli.fr@evil.example)", 4, "signe @"],
    ["[x](https://аmeli.fr)", 4, "imitent d'autres"],
    ["[x](https://ameli.fr:8080/)", 4, "port"],
    ["[x](//ameli.fr)", 4, "commence par https://"],
    ["[x]({{prénom}})", 4, "n'est pas une page du médecin"],
    ["**gras {{truc}}**", 7, "n'est pas un champ connu"],
  ])("%s", (source, at, message) => {
    const { problems } = readMarkup(source);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ at, message: expect.stringContaining(message) });
  });
});

describe("whatever is typed", () => {
  const text = fc.string({
    unit: fc.constantFrom("*", "**", "[", "](", ")", "{{", "}}", "|", "a", " ", "\n", "https://a.fr"),
  });
  it("is read to its end, each character once", () => {
    fc.assert(
      fc.property(text, (source) => {
        const { content, problems } = readMarkup(source);
        if (problems.length > 0) return;
        const kept = (nodes: readonly Inline[]): string =>
          nodes
            .map((node) => ("content" in node ? kept(node.content) : node.kind === "text" ? node.text : ""))
            .join("");
        expect(source.length).toBeGreaterThanOrEqual(kept(content).length);
        expect(source.replace(/[^a]/g, "")).toContain(kept(content).replace(/[^a]/g, ""));
      }),
    );
  });

  it("costs no more than its length", () => {
    const started = performance.now();
    for (const sign of ["*", "**", "[", "{{", "[a](", "*a"]) readMarkup(sign.repeat(5_000 / sign.length));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
