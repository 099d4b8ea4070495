import type { Category } from "../campaign";
import { writtenPage } from "./fields";

/** What the campaign says around every letter: who writes, to whom, under which rule. */
export interface Frame {
  readonly category: Category;
  /** As it is signed: « Service des relations avec les professionnels de santé ». */
  readonly sender: string;
  /** A whole sentence: « Vous recevez ce message parce que votre cabinet est en zone d'intervention prioritaire. » */
  readonly reason: string;
  /** On top of a letter that is not the real one. */
  readonly notice?: string;
}

/** The last lines of every letter, in the markup of paragraphs. */
export function footerOf({ category, sender, reason }: Frame): string[] {
  return [
    `${reason} [Pourquoi moi ?](${writtenPage("whyPage")})`,
    `Ce message vous est envoyé par ${sender}, {{caisse}}, organisme de l'Assurance Maladie.`,
    STOP[category],
    NOTICE,
  ];
}

const stop = (label: string) => `[${label}](${writtenPage("stopPage")})`;

const STOP: Record<Category, string> = {
  information: `Pour ne plus recevoir ces informations : ${stop("me désinscrire")}. C'est immédiat, sans compte ni justification.`,
  event: `Pour ne plus recevoir ces invitations : ${stop("me désinscrire")}. C'est immédiat, sans compte ni justification.`,
  statutory: `Votre caisse a l'obligation de vous donner cette information : elle vous est adressée même si vous avez refusé ses autres courriels. ${stop("Refuser les autres courriels, ou m'opposer à celui-ci")} pour une raison tenant à votre situation.`,
};

/** Article 14: the doctor did not give these data themselves, and is told at the first contact. */
const NOTICE =
  "Vos données professionnelles viennent de l'Annuaire santé (RPPS), de l'annuaire santé d'Ameli et de votre caisse. " +
  "Elle les utilise pour vous informer et vous accompagner, au titre de sa mission d'intérêt public (article 6.1.e du RGPD), " +
  "et les efface trois ans après votre dernier échange ou la fin de votre exercice. " +
  "La page « Pourquoi moi » permet de les consulter, de les corriger, d'en limiter l'usage ou de s'y opposer. " +
  "Vous pouvez aussi saisir la CNIL (cnil.fr). Ce message ne contient aucun traceur.";
