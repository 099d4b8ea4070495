import { expect, test } from "vitest";
import { answerCase } from "~/casebook/answer";
import { readCase } from "~/casebook/case.form";
import golden from "./golden-cases.json";

/** Every reference case with one of its facts forgotten, in both ways a file forgets. */
const holed = golden.cases.flatMap(({ id, input, expected }) =>
  Object.keys(input).flatMap((key) => {
    const { [key]: _, ...absent } = input as Record<string, unknown>;
    const was = (expected as { eligible?: string }).eligible;
    return [
      { name: `${id} ${key} null`, key, was, ...answered({ ...absent, [key]: null }) },
      { name: `${id} ${key} absent`, key, was, ...answered(absent) },
    ];
  }),
);

function answered(input: unknown) {
  const read = readCase(input);
  return read.ok ? { answer: answerCase(read.input), refusal: null } : { answer: null, refusal: read.why };
}

test("a case with a hole is answered, or refused by a French sentence", () => {
  const silent = holed.filter(({ answer, refusal }) => {
    if (refusal !== null) return !/^(«|Le type de contrat).*\.$/.test(refusal);
    return Object.keys(answer).length === 0 || JSON.stringify(answer).includes("NaN");
  });
  expect(silent.map(({ name }) => name)).toEqual([]);
});

test("only its day, or what happened, is indispensable to a case", () => {
  const needed = new Set(holed.filter(({ refusal }) => refusal !== null).map(({ key }) => key));
  expect([...needed].sort()).toEqual(["assistantHireDate", "event", "signatureDate"]);
});

test("forgetting a fact of an eligible doctor may raise a doubt, never a refusal", () => {
  const refusals = holed.filter(({ name, was, answer }) => {
    return was === "yes" && name.endsWith("null") && answer?.eligible === "no";
  });
  expect(refusals.map(({ name }) => name)).toEqual([]);
});
