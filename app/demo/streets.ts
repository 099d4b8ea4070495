/** Code and label of a way, as the RPPS writes them. */
export type Way = { code: string; label: string };

export const WAYS: readonly (Way & { share: number })[] = [
  { code: "R", label: "Rue", share: 52 },
  { code: "AV", label: "Avenue", share: 15 },
  { code: "PL", label: "Place", share: 10 },
  { code: "BD", label: "Boulevard", share: 9 },
  { code: "RTE", label: "Route", share: 4 },
  { code: "ALL", label: "Allée", share: 3 },
  { code: "CHE", label: "Chemin", share: 2 },
  { code: "IMP", label: "Impasse", share: 2 },
  { code: "QU", label: "Quai", share: 1 },
  { code: "CRS", label: "Cours", share: 1 },
  { code: "SQ", label: "Square", share: 1 },
];

/** Each name carries its own preposition, as in the files. */
export const STREET_NAMES: readonly string[] = `
de la Mairie|de l'Église|du Général de Gaulle|de la République|Victor Hugo|Jean Jaurès|des Écoles|du Stade|de la Gare
de Nantes|de Bretagne|d'Anjou|du Maine|de Vendée|de la Loire|du Bocage|des Tilleuls|des Chênes|des Lilas|des Acacias
du Château|du Marché|de la Fontaine|du Moulin|du Lavoir|de la Poste|des Halles|de la Liberté|du 11 Novembre|du 8 Mai 1945
Pasteur|Marie Curie|Ambroise Paré|Louis Blanc|Émile Zola|Jules Ferry|Anatole France|Aristide Briand|George Sand
Gambetta|Clemenceau|Simone Veil|Molière|La Fontaine|Jules Verne|Olympe de Gouges|Lucie Aubrac|Jean Moulin|Nationale
Saint-Michel|Saint-Jacques|Notre-Dame|des Carmes|des Ursulines|du Calvaire|de la Madeleine|du Prieuré|de l'Abbaye
des Vignes|du Verger|des Jardins|du Parc|de la Prairie|de l'Étang|du Port|des Dunes|de l'Océan|du Pont|des Moulins
de l'Europe|de l'Industrie|des Artisans|du Commerce|de la Paix|du Souvenir|des Frères Lumière|de la Tour|de l'Hôpital
du Pressoir|des Hirondelles|des Mimosas|du Champ de Foire|de la Croix Blanche|du Bourg Neuf|des Trois Fontaines`
  .trim()
  .split(/[|\n]/);

/** What a group practice may be called. */
export const PRACTICE_NAMES: readonly string[] = `
des Tilleuls|du Parc|de la Gare|des Halles|du Marché|de la Fontaine|des Écoles|du Bocage|de l'Étang|des Lilas|du Château
du Moulin|des Chênes|de la Mairie|du Stade|de la Place|du Port|des Jardins|de l'Europe|des Trois Chênes|de la Prairie
du Centre|de l'Océan|des Vignes|de la Loire|du Verger|des Acacias|du Pressoir|de l'Abbaye|des Arcades|de l'Horizon`
  .trim()
  .split(/[|\n]/);
