import { Link } from "@remix-run/react";
import { VerdictMark } from "~/eligibility/verdict-mark";
import { ZoneMark } from "~/eligibility/zone-mark";
import { number } from "~/format/numbers";
import type { OpenedDoctor } from "./doctor.server";
import { FactForm } from "./fact-form";

const TONES = { yes: "good", no: "plain", unknown: "doubt" } as const;

type FirstProps = Pick<OpenedDoctor, "verdict" | "sentence" | "step" | "points" | "question" | "mayComplete"> & {
  doctorId: number;
  zone: string | null;
  today: string;
  /** Where the other facts are completed. */
  records: string;
};

/** The first screenful: should I see this doctor, what do I say, when. */
export function DoctorFirst({ doctorId, verdict, sentence, step, zone, points, today, records, ...asked }: FirstProps) {
  return (
    <section className={`doctor-first tone-${TONES[verdict]}`} aria-label="Réponse et prochaine étape">
      <div className="stack stack-tight">
        <VerdictMark verdict={verdict} strong />
        <p className="doctor-verdict">{sentence}</p>
        <p>
          <strong>Prochaine étape</strong> : {lowered(step.sentence)}
        </p>
      </div>
      <div className="doctor-rank">
        <ZoneMark zone={zone} inFull />
        {points !== null && (
          <span>
            <span className="doctor-points">{number(points)}</span> <span className="soft">points de priorité</span>
          </span>
        )}
      </div>
      {asked.question && (
        <Question question={asked.question} mayComplete={asked.mayComplete} {...{ doctorId, today, records }} />
      )}
    </section>
  );
}

interface QuestionProps {
  question: NonNullable<OpenedDoctor["question"]>;
  mayComplete: boolean;
  doctorId: number;
  today: string;
  records: string;
}

function Question({ question, mayComplete, doctorId, today, records }: QuestionProps) {
  const { fact, seen, askedOn } = question;
  return (
    <div className="doctor-question">
      <h2>{question.question}</h2>
      {fact !== null && mayComplete && (
        <FactForm key={`${fact} ${seen}`} doctorId={doctorId} fact={fact} seen={seen} askedOn={askedOn} today={today} />
      )}
      {fact === null && (
        <p className="soft">
          Aucune information du médecin n'y répond : la réponse est dans un texte, ou dans une décision de la caisse.{" "}
          <Link to={records}>Voir les informations connues</Link>
        </p>
      )}
    </div>
  );
}

/** After « Prochaine étape : » the sentence goes on in small letters. */
function lowered(text: string): string {
  return text.charAt(0).toLocaleLowerCase("fr") + text.slice(1);
}
