export type Generation = "young" | "middle" | "senior";
export type Sex = "woman" | "man";

/** Given names by sex and by generation: under 45, 45 to 59, 60 and over. */
export const GIVEN_NAMES: Record<Sex, Record<Generation, readonly string[]>> = {
  woman: {
    young:
      words(`Camille Léa Manon Chloé Marine Pauline Mathilde Laura Julie Marie Anaïs Clémence Justine Élodie Charlotte
      Lucie Margaux Sarah Solène Maëlle Inès Alice Anne-Laure Noémie Amandine Perrine Yasmine Lucile`),
    middle:
      words(`Céline Sandrine Stéphanie Karine Virginie Delphine Émilie Aurélie Christelle Séverine Nathalie Valérie
      Isabelle Anne-Sophie Laurence Sophie Caroline Gaëlle Hélène Florence Nadia Cécile Marie-Laure Bénédicte Agnès`),
    senior:
      words(`Catherine Martine Françoise Brigitte Dominique Véronique Marie-Christine Chantal Christine Marie-Hélène
      Annick Jacqueline Odile Marie-Thérèse Bernadette Élisabeth Geneviève Marie-France Sylvie Pascale`),
  },
  man: {
    young:
      words(`Thomas Nicolas Alexandre Maxime Antoine Julien Pierre Guillaume Benjamin Romain Clément Quentin Florian
      Simon Paul Adrien Baptiste Mathieu Valentin Hugo Louis Corentin Karim Pierre-Antoine Gaël Yann Étienne`),
    middle:
      words(`Christophe Stéphane Laurent Olivier Sébastien Frédéric David Vincent Jérôme Fabrice Arnaud Franck Cédric
      Emmanuel Éric Bruno Yannick Mehdi Jean-Baptiste Ludovic Samuel Loïc Tanguy Xavier Pierre-Yves`),
    senior: words(`Philippe Jean-Luc Patrick Alain Bernard Michel Jean-Pierre Gérard Jacques François Daniel Jean-Claude
      Dominique Hervé Jean-Marie Yves Thierry Didier Christian Jean-François Gilles Joël Rémi Marc`),
  },
};

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
