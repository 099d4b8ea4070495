import { numericDay } from "~/format/dates";
import { Table } from "~/ui/table";
import type { Criterion } from "./assessment";
import type { DoctorFacts } from "./doctor-facts";
import type { DoctorFile } from "./doctor-file";
import { VerdictMark } from "./verdict-mark";

/** The facts a criterion looks at, the one that decides first. */
const LOOKS_AT: Readonly<Record<string, readonly (keyof DoctorFacts)[]>> = {
  SPECIALTY_EXCLUDED: ["specialty"],
  SPECIALTY_TERRITORY_LIST: ["specialty"],
  REPLACEMENT_DOCTOR: ["replacementDoctor"],
  SECTOR_OPTAM: ["sector", "optam", "optamVariant"],
  GROUP_PRACTICE: ["groupPractice", "zone"],
  COORDINATED_PRACTICE: ["coordinatedPractice"],
  SURGEON_CLINICAL_SHARE: ["clinicalFeeShare12m"],
  MIN_PATIENTELE_MT: ["mtTotal", "mtAdult", "newlyInstalled", "isMEP"],
  MIN_FILE_ACTIVE: ["fileActive", "newlyInstalled"],
  MIXED_PRACTICE: ["mixedPractice"],
};

export function CriteriaTable({ criteria, file }: { criteria: readonly Criterion[]; file: DoctorFile }) {
  return (
    <Table
      caption="Critères d'éligibilité, avec la valeur connue, le seuil, la réponse et les sources"
      rows={criteria}
      rowKey={({ code }) => code}
      columns={[
        { label: "Critère", kind: "lead", cell: ({ label }) => label },
        { label: "Valeur", cell: (criterion) => <Value criterion={criterion} /> },
        {
          label: "Seuil",
          cell: ({ threshold, required }) => (required ? threshold : <span className="soft">{threshold}</span>),
        },
        {
          label: "Réponse",
          kind: "state",
          cell: ({ verdict, required }) => (required ? <VerdictMark verdict={verdict} strong /> : "Non exigé"),
        },
        { label: "Source et date", cell: (criterion) => <Origins criterion={criterion} file={file} /> },
      ]}
    />
  );
}

/** An unknown value is a question to ask, never a blank. */
function Value({ criterion: { value, question, required } }: { criterion: Criterion }) {
  if (value !== null) return <>{value}</>;
  if (question !== null) return <span>À demander</span>;
  return <span className="soft">{required ? "Non connu" : "Sans objet"}</span>;
}

function Origins({ criterion, file }: { criterion: Criterion; file: DoctorFile }) {
  const known = (criterion.required ? (LOOKS_AT[criterion.code] ?? []) : []).flatMap((fact) => {
    const evidence = file.facts[fact] === null ? undefined : file.evidence[fact];
    return evidence ? [`${evidence.source}, ${numericDay(evidence.on)}`] : [];
  });
  const texts = criterion.sources.map(({ label, date }) => (date === null ? label : `${label} (${numericDay(date)})`));
  return (
    <span className="origins">
      {[...new Set(known)].map((line) => (
        <span key={line}>{line}</span>
      ))}
      {texts.length > 0 && (
        <details className="soft small">
          <summary>{criterion.status === "UNKNOWN" ? "Seuil non trouvé" : "Texte"}</summary>
          {texts.join(" ; ")}
        </details>
      )}
      {texts.length === 0 && criterion.status === "UNKNOWN" && <span className="soft small">Texte non trouvé</span>}
    </span>
  );
}
