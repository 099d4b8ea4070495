import { french } from "~/format/typography";
import { LONGEST_LINE } from "./block";
import { firstInvisible } from "./escape";
import type { Frame } from "./frame";
import { readPlain } from "./inline";
import { type Template, valuesIn } from "./template";

/** By field of the campaign, what is wrong around the letter. */
export function checkFrame({ sender, reason }: Pick<Frame, "sender" | "reason">): Record<string, string[]> {
  return Object.fromEntries(
    [
      ["sender", lineProblem(sender, "Indiquez qui écrit.")],
      ["reason", reasonProblem(reason)],
    ].flatMap(([name, problem]) => (problem ? [[name, [french(problem)]]] : [])),
  );
}

function reasonProblem(reason: string): string | null {
  const problem = lineProblem(reason, "Dites au médecin pourquoi il reçoit cette lettre.");
  if (problem !== null) return problem;
  return reason.trim().split(/\s+/).length < 5
    ? "Écrivez une phrase entière : « Vous recevez ce message parce que… »."
    : null;
}

function lineProblem(text: string, empty: string): string | null {
  if (text.trim() === "") return empty;
  if (text.length > LONGEST_LINE) return `${LONGEST_LINE} caractères au plus.`;
  if (text.includes("\n") || firstInvisible(text) !== -1)
    return "Ce texte contient un retour à la ligne ou un caractère invisible.";
  if (/<[a-z/!?]|\{%|[[\]]/i.test(text)) return "Écrivez un texte simple, sans code ni lien.";
  return readPlain(text).problems[0]?.message ?? null;
}

/** Every letter names its reason and its way out, in both its forms; one that lost them may not be frozen. */
export function missingSlots({ html, text }: Template): string[] {
  const [inHtml, inText] = [valuesIn(html), valuesIn(text)];
  const lacks = (page: "stopPage" | "whyPage") => !inHtml.has(page) || !inText.has(page);
  return [
    ...(lacks("stopPage") ? [french("La lettre n'offre pas de lien pour ne plus recevoir ces messages.")] : []),
    ...(lacks("whyPage") ? [french("La lettre ne dit pas pourquoi le médecin la reçoit.")] : []),
  ];
}
