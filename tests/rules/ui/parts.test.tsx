import type { ReactNode } from "react";
import { renderToStaticMarkup as render } from "react-dom/server";
import { describe, expect, it, test } from "vitest";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox";
import { FormErrors } from "~/ui/form-errors";
import { Marked, type Shape } from "~/ui/mark-shapes";
import { Meter } from "~/ui/meter";
import { Pager } from "~/ui/pager";
import { Progress } from "~/ui/progress";
import { Stat } from "~/ui/stat";
import { type Column, Table } from "~/ui/table";
import { TextInput } from "~/ui/text-input";

const text = (node: ReactNode) =>
  render(node)
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "'")
    .replace(/[\s\u202f\u00a0]+/g, " ")
    .trim();

describe("a field", () => {
  it("ties the input to its label, its error and its help, the error first", () => {
    const html = render(
      <TextInput name="email" label="Adresse" help="Professionnelle." error={["Manque un @.", "Trop court."]} />,
    );
    expect(html).toContain('<label class="field-label" for="email">');
    expect(html).toContain('aria-describedby="email-error email-help"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toMatch(/id="email-error".*Manque un @\./);
    expect(html).not.toContain("Trop court.");
  });
  it("says nothing of errors when there are none", () => {
    const html = render(<TextInput name="email" label="Adresse" error={undefined} optional />);
    expect(html).not.toMatch(/aria-invalid|aria-describedby|field-wrong/);
    expect(html).toContain("(facultatif)");
  });
  it("keeps a box and its words in one label", () => {
    expect(render(<Checkbox name="ok" label="Oui" />)).toMatch(
      /<label class="choice"><input[^>]*type="checkbox"[^>]*\/><span>Oui/,
    );
  });
});

describe("the summary of errors", () => {
  it("links each message to its field", () => {
    const html = render(<FormErrors problems={{ email: ["Manque un @."], name: undefined, sector: "Choisissez." }} />);
    expect(html).toContain('href="#email"');
    expect(html).toContain('href="#sector"');
    expect(html).not.toContain('href="#name"');
    expect(text(<FormErrors problems={{ a: "Un.", b: "Deux." }} />)).toContain("2 champs à corriger");
    expect(text(<FormErrors problems={{ a: "Un." }} />)).toContain("1 champ à corriger");
  });
  it("is absent from a form without problem", () => expect(render(<FormErrors problems={{}} />)).toBe(""));
});

test("a busy button keeps its words and its focus", () => {
  const html = render(<Button busy>Enregistrer</Button>);
  expect(html).toContain("Enregistrer");
  expect(html).toContain('aria-busy="true"');
  expect(html).toContain('type="button"');
  expect(html).not.toMatch(/\sdisabled/);
});

describe("a table", () => {
  type Row = { name: string; town: string; count: number };
  const columns: Column<Row>[] = [
    { label: "Médecin", kind: "lead", cell: (row) => row.name },
    { label: "Commune", cell: (row) => row.town },
    { label: "Patients", kind: "number", cell: (row) => row.count },
    { label: "Choisir", kind: "select", hideLabel: true, cell: () => "☐" },
  ];
  const rows = [{ name: "LE GOFF", town: "Brest", count: 1012 }];
  const html = render(<Table caption="Médecins" columns={columns} rows={rows} rowKey={(row) => row.name} />);

  it("names each fact for the card it becomes on a phone, in the order of the columns", () => {
    expect(html).toMatch(
      /<th scope="row" class="cell-lead">LE GOFF<\/th><td data-label="Commune">Brest<\/td><td class="cell-number" data-label="Patients">/,
    );
  });
  it("has a caption and column headers, even unseen", () => {
    expect(html).toContain('<caption class="visually-hidden">Médecins</caption>');
    expect(html).toContain('<span class="visually-hidden">Choisir</span>');
  });
  it("costs the server less than 10 ms for 50 rows of 8 facts", () => {
    const many = Array.from({ length: 50 }, (_, rank) => ({ name: `Médecin ${rank}`, town: "Brest", count: rank }));
    const wide = Array.from(
      { length: 8 },
      (_, rank): Column<Row> => ({ label: `Fait ${rank}`, cell: (row) => row.town }),
    );
    const costs = Array.from({ length: 30 }, () => {
      const before = performance.now();
      render(<Table caption="Médecins" columns={wide} rows={many} rowKey={(row) => row.name} />);
      return performance.now() - before;
    });
    expect(Math.min(...costs)).toBeLessThan(10);
  });
});

describe("long work", () => {
  it("says done, total, rate and time left", () => {
    const progress = (
      <Progress label="Lecture" done={1_412_300} total={2_203_871} unit="ligne" perSecond={41_200} secondsLeft={130} />
    );
    expect(text(progress)).toBe(
      "Lecture 64 % 1 412 300 sur 2 203 871 lignes 41 200 lignes par seconde reste environ 2 min",
    );
    expect(render(progress)).toMatch(/role="progressbar".*aria-valuenow="1412300"/);
  });
  it("never says 100 % before the end", () => {
    expect(text(<Progress label="Envoi" done={1999} total={2000} unit="courriel" />)).toContain("99 %");
  });
  it("shows no share while the total is unknown", () => {
    const progress = <Progress label="Lecture" done={500} unit="ligne" />;
    expect(text(progress)).toBe("Lecture 500 lignes");
    expect(render(progress)).not.toContain("aria-valuenow");
  });
  it("stops promising when it has stopped", () => {
    const stopped = (
      <Progress label="Envoi" done={5} total={10} unit="courriel" perSecond={3} secondsLeft={2} state="stopped" />
    );
    expect(text(stopped)).toBe("Envoi Interrompu 5 sur 10 courriels");
  });
});

test("a figure carries its unit, period, source and hour", () => {
  const stat = (
    <Stat
      label="Contrats"
      value="402"
      unit="signés"
      period="en 2026"
      source="Registre"
      computedAt="2026-11-24T08:02:00Z"
    />
  );
  expect(text(stat)).toBe("Contrats 402 signés en 2026 Registre · calculé le 24 novembre à 9 h 02");
});

test("a meter says its value and its threshold in words", () => {
  const html = render(
    <Meter label="Patientèle" value={1012} unit="patients" threshold={1033} thresholdLabel="seuil" />,
  );
  expect(html.replace(/[\u202f\u00a0]/g, " ")).toContain('aria-valuetext="1 012 patients, seuil 1 033"');
  expect(html).toContain("tone-warm");
});

test("a pager without neighbours is nothing", () => expect(render(<Pager total={12} />)).toBe(""));

test("each shape has its own drawing, so that colour is never alone", () => {
  const shapes: Shape[] = [
    "diamond-full",
    "diamond-half",
    "diamond-hollow",
    "disc-check",
    "ring-cross",
    "half-question",
  ];
  expect(new Set(shapes.map((shape) => render(<Marked shape={shape}>mot</Marked>))).size).toBe(shapes.length);
});
