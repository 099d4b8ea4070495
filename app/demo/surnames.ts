/** Surnames of no one in particular: given names and surnames are paired by chance. */
const LISTED = `
Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefebvre Leroy Roux David Bertrand
Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefèvre Faure André Mercier Blanc Guérin
Boyer Garnier Chevalier François Legrand Gauthier Garcia Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu Gautier
Masson Marchand Duval Denis Dumont Marie Lemaire Noël Meyer Dufour Meunier Brun Blanchard Giraud Joly Rivière Lucas Brunet
Gaillard Barbier Arnaud Martinez Gérard Roche Renard Schmitt Roy Leroux Colin Vidal Caron Picard Roger Fabre Aubert Lemoine
Renaud Dumas Lacroix Olivier Philippe Bourgeois Pierre Benoît Rey Leclerc Payet Rolland Leclercq Guillaume Lecomte Lopez
Jean Dupuy Guillot Hubert Berger Carpentier Sanchez Dupuis Moulin Louis Deschamps Huet Vasseur Perez Boucher Fleury Royer
Klein Jacquet Adam Paris Poirier Marty Aubry Guyot Carré Charles Renault Charpentier Ménard Maillard Baron Bertin Bailly
Hervé Schneider Fernandez Collet Léger Bouvier Julien Prévost Millet Perrot Daniel Cousin Germain Breton Besson Langlois
Rémy Pelletier Lévêque Perrier Leblanc Barré Lebrun Marchal Weber Mallet Hamon Boulanger Jacob Monnier Michaud Guichard
Poulain Étienne Tessier Chauvin Bodin Pasquier Bouchet Coulon Chartier Charrier Poisson Guillon Reynaud Pichon Voisin
Gaborit Rabiller Merceron Chiron Boisseau Brochard Guilbaud Bossard Billaud Bonnin Brémaud Charrieau Cougnaud Coutand
Drapeau Fonteneau Gendreau Gilbert Grelier Guillet Jaunet Loizeau Mandin Manceau Mornet Papin Pavageau Poiraud Praud
Rabaud Remaud Rezeau Ricolleau Sorin Tenailleau Thibaud Tougeron Vrignaud Vrignon Arnou Bariteau Barreau Baudry Bérenger
Bidaud Blanchet Boudaud Bouhier Bretaudeau Cailleau Chaigneau Chupin Cossais Davodeau Delaunay Dugast Durandeau Épiard
Favreau Foucher Gautreau Girardeau Godineau Griffon Herbreteau Hérault Jolivet Lhommeau Maindron Marionneau Martineau
Ménoret Moinet Mériau Naulin Pelloquin Pineau Piveteau Raveleau Renaudineau Retailleau Rineau Robineau Sachot Sauvêtre
Soulard Supiot Terrien Tesson Texier Thomazeau Tricoire Verger Viaud Violleau
Le~Goff Le~Gall Le~Roux Le~Bihan Le~Guen Le~Corre Le~Floch Le~Berre Le~Bris Le~Nay Le~Tallec Le~Mouël Le~Pape Le~Dantec
Kervella Kerdoncuff Kerneis Guivarch Guéguen Caradec Cariou Cloarec Cadiou Corlay Evenou Floc'h Goasdoué Guillou Hélias
Jaffré Jégou Jézéquel Kergoat L'Helgoualc'h L'Hostis Madec Morvan Nédélec Penn Penven Pennec Péron Postic Quéméner Quéré
Riou Salaün Tanguy Tréguer Troadec Trividic Abgrall Bescond Bothorel Coatanéa Conan Créach Derrien Falc'hun Gourmelon
de~La~Bretesche de~Kerdrel de~Villeneuve d'Arcy d'Estrée de~Grandmaison du~Plessis du~Breil de~Saint-Pern des~Courtils
de~Beauregard de~Montaigu d'Hauterive de~La~Chesnaye du~Boisrouvray L'Hermitte D'Almeida L'Huillier Dell'Ova O'Brien
Martin-Lavigne Petit-Renaud Blanchard-Rousse Fleury-Bodin Saint-Martin Bel-Air Roche-Piveteau Dubois-Jaunet Roux-Pineau
Benali Haddad Mansouri Belkacem Cherif Khelifi Bouzid Hamdi Zerrouki Ait-Ouali Saïdi Trabelsi Nasri Khoury Sayegh Daher
Nguyen Tran Pham Lê-Van Diallo Traoré Ndiaye Kouassi Mensah Rakotomalala Andrianina Popescu Ionescu Dumitrescu Marinescu
Kowalski Nowak Rossi Ferrari Conti Silva Ferreira Pereira Santos Gomes Alvarez Moreno Navarro Schwartz Hoffmann Keller
Papadopoulos Petrov Ivanova Yilmaz Chen Li Rahal Oubella Tazi Bennani El~Amrani El~Idrissi Ben~Salem Ould-Ahmed`;

const STEMS = `
Bard Bess Bour Caill Chab Corb Dav Delm Faur Garr Gir Goss Guill Jol Lamb March Maur Mor Pass Perr Rab Ren Rob Sauv Tess
Thiv Vall Vern Vign Aub Bacl Chass Colm Drou Esn Ferr Gram Hard Jaub Malh Nord Orv Pour Rouss Salm Tourn Viv Ang Bell
Cast`;
const ENDINGS = `ineau eau ier aud ard et ot in ac on ault oux eret illon ereau as eron iot inel andier`;

/** Spelt as on a letter-head: accents, particles, apostrophes. */
export const SURNAMES: readonly string[] = words(LISTED).map((name) => name.replaceAll("~", " "));

/** Rarer names, so that a whole country does not share four hundred. */
export const RARE_SURNAMES: readonly string[] = words(STEMS).flatMap((stem) =>
  words(ENDINGS).map((ending) => stem + ending),
);

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
