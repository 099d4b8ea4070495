import { dayMonthYear } from "~/format/dates";
import { french } from "~/format/typography";
import { Table } from "~/ui/table";
import { type Assessment, capital, type Verdict } from "./assessment";
import type { DoctorFacts } from "./doctor-facts";
import { explainVerdict, nextQuestion } from "./explain";
import { verdictsInTime } from "./history";
import { VerdictMark } from "./verdict-mark";

type InTime = ReturnType<typeof verdictsInTime>;

/** The same facts under each text of its day: what changed, and since when. */
export function VersionsInTime({ facts }: { facts: DoctorFacts }) {
  const inTime = verdictsInTime(facts);
  return (
    <div className="stack">
      <p className="lead">{sentenceInTime(inTime)}</p>
      <Table
        caption="Réponse de chaque texte"
        rows={[...inTime].reverse()}
        rowKey={({ version }) => version.id}
        columns={[
          { label: "Texte", kind: "lead", cell: ({ version }) => capital(version.name) },
          { label: "Signatures", cell: ({ version }) => period(version.since, version.until) },
          {
            label: "Réponse",
            kind: "state",
            cell: ({ assessment }) => <VerdictMark verdict={assessment.verdict} strong />,
          },
          { label: "Motif", cell: ({ assessment }) => explainVerdict(assessment) },
        ]}
      />
      <p className="soft small">
        Chaque texte est appliqué aux informations connues aujourd'hui, non à celles de son époque.
      </p>
    </div>
  );
}

const STATES: Record<Verdict, string> = { yes: "Éligible", no: "Non éligible", unknown: "À vérifier" };
const BEFORE: Record<Verdict, string> = { yes: "oui", no: "non", unknown: "à vérifier" };

/** « Éligible depuis le 1er mai 2023 ; avant : non, 640 patients MT pour un seuil de 775. » */
function sentenceInTime(inTime: InTime): string {
  const now = inTime.at(-1)!.assessment.verdict;
  const change = inTime.findLastIndex(({ assessment }) => assessment.verdict !== now);
  const before = inTime[change];
  if (!before)
    return french(`${STATES[now]} sous chacun des textes, depuis le ${dayMonthYear(inTime[0]!.version.since)}.`);
  const since = dayMonthYear(inTime[change + 1]!.version.since);
  const reason = reasonOf(before.assessment);
  const why = reason ? `, ${reason.brief}` : "";
  return french(`${STATES[now]} depuis le ${since} ; avant : ${BEFORE[before.assessment.verdict]}${why}.`);
}

/** What decided: the failed criterion, or the open point that matters most. */
function reasonOf(assessment: Assessment) {
  const open = nextQuestion(assessment)?.code;
  return assessment.criteria.find(({ code, verdict }) => (open ? code === open : verdict === "no"));
}

function period(since: string, until: string | null): string {
  return until === null ? `depuis le ${dayMonthYear(since)}` : `du ${dayMonthYear(since)} au ${dayMonthYear(until)}`;
}
