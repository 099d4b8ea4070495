import type { Day } from "~/calendar/day";
import { longDay } from "~/format/dates";
import { french, listed } from "~/format/typography";
import { type Evidence, evidenceFor, objectionLabels, STUDY } from "../report/objections";
import type { Discussed, NextStep, Result } from "../report/result";

export interface DraftFacts {
  readonly result: Result;
  readonly objections: readonly string[];
  readonly option: Discussed | null;
  readonly nextStep: NextStep;
  readonly nextOn: Day | null;
  readonly heldOn: Day;
  readonly delegate: string;
  readonly fund: string;
}

export interface Draft {
  readonly subject: string;
  readonly body: string;
}

const ABOUT = "l'aide à l'emploi d'un assistant médical";

const OPTIONS: Record<Discussed, string> = {
  half: " à mi-temps",
  full: " à temps plein",
  second: ", pour un deuxième assistant",
  collective: ", dans le cadre d'un contrat collectif",
};

/** The letter that goes back after a visit, ready to be read again. Whoever refused is left in peace: no letter. */
export function letterDraft(facts: DraftFacts): Draft | null {
  if (facts.result === "refused") return null;
  const blocks = ["Bonjour Docteur,", opening(facts), ...evidence(facts), promise(facts), signature(facts)];
  return {
    subject: french(facts.result === "absent" ? `Mon passage à votre cabinet` : "Suite à notre échange"),
    body: french(blocks.filter((block) => block !== "").join("\n\n")),
  };
}

function opening({ result, heldOn, option }: DraftFacts): string {
  const day = longDay(heldOn);
  const subject = `${ABOUT}${option === null ? "" : OPTIONS[option]}`;
  if (result === "absent") return `Je n'ai pas pu vous rencontrer à votre cabinet le ${day}, au sujet de ${subject}.`;
  return `Merci pour notre échange du ${day} au sujet de ${subject}.`;
}

function evidence({ result, objections }: DraftFacts): string[] {
  const answers = result === "absent" ? [] : evidenceFor(objections);
  if (answers.length === 0) return result === "absent" ? [] : [quoted(STUDY)];
  const heard = listed(objectionLabels(objections).map((label) => `« ${label.toLocaleLowerCase("fr")} »`));
  return [
    `Vous m'avez fait part de vos réserves : ${heard}. Voici ce qui est établi à ce jour.`,
    ...answers.map(quoted),
  ];
}

function quoted({ text, source }: Evidence): string {
  return `${text}\n(Source : ${source}.)`;
}

function promise({ nextStep, nextOn, result }: DraftFacts): string {
  if (nextOn === null || nextStep === "none") return "Je reste à votre disposition si vous souhaitez en reparler.";
  const day = longDay(nextOn);
  switch (nextStep) {
    case "simulation":
      return `Comme convenu, je vous adresse d'ici le ${day} une simulation établie avec vos propres chiffres.`;
    case "call":
      return `Je vous appelle le ${day} pour faire le point.`;
    case "visit":
      return result === "later"
        ? `Vous souhaitez y revenir plus tard : je vous propose de nous revoir autour du ${day}.`
        : `Je vous propose de nous voir le ${day}. Si un autre moment vous convient mieux, dites-le-moi.`;
    case "document":
      return `Je vous apporte une réponse complète d'ici le ${day}.`;
  }
}

function signature({ delegate, fund }: DraftFacts): string {
  return `Bien cordialement,\n${delegate}\nAssurance Maladie, ${fund}`;
}
