import { expect, test } from "vitest";
import { answerCase } from "~/casebook/answer";
import { readCase } from "~/casebook/case.form";
import golden from "./golden-cases.json";

/** Cases worked by hand from the texts: keys, codes and figures, nothing missing and nothing more. */
test.each(golden.cases.map((each) => [each.id, each.title, each] as const))(
  "%s %s",
  (_id, _title, { input, expected }) => {
    const read = readCase(input);
    expect(read).toMatchObject({ ok: true });
    if (read.ok) expect(answerCase(read.input)).toEqual(expected);
  },
);

test("all the reference cases are there", () => {
  expect(golden.cases).toHaveLength(golden.meta.count);
});
