import { describe, expect, test } from "vitest";
import { eligibilityCommand } from "~/casebook/eligibility.command";
import golden from "./golden-cases.json";

async function run(text: string, cut = text.length) {
  const bytes = new TextEncoder().encode(text);
  async function* stdin() {
    yield bytes.slice(0, cut);
    yield bytes.slice(cut);
  }
  let [out, err] = ["", ""];
  const code = await eligibilityCommand({
    stdin: stdin(),
    out: (line) => {
      out += line;
    },
    err: (line) => {
      err += line;
    },
  });
  return { code, answers: out ? JSON.parse(out) : null, err };
}

describe("the eligibility command", () => {
  test("takes the whole reference file and answers each case in order", async () => {
    const { code, answers } = await run(JSON.stringify(golden));
    expect(code).toBe(0);
    expect(answers).toEqual(golden.cases.map(({ id, expected }) => ({ id, expected })));
  });

  test("takes bare inputs, named by their place", async () => {
    const { answers } = await run(JSON.stringify([golden.cases[0]!.input, { id: "b", ...golden.cases[1]!.input }]));
    expect(answers).toEqual([
      { id: 0, expected: golden.cases[0]!.expected },
      { id: "b", expected: golden.cases[1]!.expected },
    ]);
  });

  test("one unreadable case does not stop the others", async () => {
    const { input, expected } = golden.cases[0]!;
    const items = [
      { id: 1, input: { ...input, signatureDate: "2025-02-30" } },
      { id: 2, input },
      7,
      { id: 3, input: {} },
    ];
    const { code, answers } = await run(JSON.stringify(items));
    expect(code).toBe(1);
    expect(answers[0].error).toMatch(/signatureDate/);
    expect(answers[1]).toEqual({ id: 2, expected });
    expect(answers[2]).toEqual({ id: 2, error: "Ce cas n'est pas un objet JSON." });
    expect(answers[3].error).toMatch(/type de contrat manque/);
  });

  test("tells a missing field from one that cannot be read", async () => {
    const { input } = golden.cases[0]!;
    const { answers } = await run(
      JSON.stringify([
        { ...input, signatureDate: undefined },
        { ...input, patientsMT: "900" },
      ]),
    );
    expect(answers.map(({ error }: { error: string }) => error)).toEqual([
      "«\u00a0signatureDate\u00a0» manque\u00a0: une date au format AAAA-MM-JJ est attendue.",
      "«\u00a0patientsMT\u00a0» ne se lit pas\u00a0: un nombre est attendu.",
    ]);
  });

  test("reads accents cut between two chunks", async () => {
    const text = JSON.stringify([{ id: "é", input: golden.cases[0]!.input }]);
    expect((await run(text, text.indexOf("é") + 1)).answers[0].id).toBe("é");
  });

  test.each(["", "{", "12", '{"input":{}}', "null"])("%j is nothing to read", async (text) => {
    const { code, answers, err } = await run(text);
    expect({ code, answers }).toEqual({ code: 2, answers: null });
    expect(err).toMatch(/^L'entrée n'est pas un tableau JSON/);
  });
});
