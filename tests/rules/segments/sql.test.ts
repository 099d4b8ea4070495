import fc from "fast-check";
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from "kysely";
import { describe, expect, it } from "vitest";
import { segmentTerms } from "~/doctors/scoring.server";
import type { Criterion, Group } from "~/segments/criteria";
import { segmentCondition } from "~db/queries/segments";
import { anActor, NOON } from "../../support/database";
import { someCriteria } from "./some-criteria";

const nowhere = new Kysely<never>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});
const terms = segmentTerms({ now: NOON, actor: anActor("campaign_officer") });

function compiled(criteria: Group) {
  const query = sql`select 1 from score s where ${segmentCondition(criteria, terms)}`.compile(nowhere);
  return { text: query.sql.replace(/\s+/g, " "), parameters: query.parameters };
}

const one = (criterion: Criterion): Group => ({ match: "all", of: [criterion] });

describe("the statement of a segment", () => {
  it("asks one fund and one value by equality, and carries them apart from its text", () => {
    expect(compiled(one({ kind: "zone", is: ["ZIP"] }))).toEqual({
      text: "select 1 from score s where s.doctor_id in (select s.doctor_id from score s where s.fund_id = $1 and (s.zone = $2))",
      parameters: [441, "ZIP"],
    });
    expect(compiled(one({ kind: "zone", is: ["ZIP", "ZAC"] })).text).toContain("s.zone = any ($2::text[])");
  });

  it("joins what is read, once, and nothing else", () => {
    const joins = ({ text }: { text: string }) => text.match(/join \w+/g) ?? [];
    expect(joins(compiled(one({ kind: "verdict", is: ["yes"] })))).toEqual([]);
    const twice: Group = {
      match: "any",
      of: [
        { kind: "contract", signed: true },
        one({ kind: "contact", when: "never" }),
        { kind: "stage", is: ["none"] },
      ],
    };
    expect(joins(compiled(twice))).toEqual(["join doctor_facts", "join doctor_stage"]);
  });

  it("says « none » so that what is not known is not removed", () => {
    expect(compiled({ match: "none", of: [{ kind: "contract", signed: true }] }).text).toContain(
      "(f.signed_on is not null) is not true",
    );
  });

  it("leaves everybody to whom nothing is asked", () => {
    expect(compiled({ match: "all", of: [] }).text).toBe("select 1 from score s where true");
    expect(compiled({ match: "none", of: [{ match: "any", of: [] }] }).text).toMatch(/where s\.fund_id = \$1\)$/);
  });

  it("never holds a value in its text: the same shape, whatever is asked", () => {
    fc.assert(
      fc.property(someCriteria, (criteria) => {
        const { text, parameters } = compiled(criteria);
        expect(text.match(/\$\d+/g) ?? []).toHaveLength(parameters.length);
        for (const word of parameters
          .flat()
          .filter((each): each is string => typeof each === "string" && each.startsWith("OBJ_")))
          expect(text).not.toContain(word);
        expect(text).not.toMatch(/\d{4,}/);
      }),
      { numRuns: 300 },
    );
  });
});
