/** A skill as the RPPS writes it. */
export type Skill = { code: string; label: string };

export type Specialty = {
  /** Several RPPS codes stand for one specialty. */
  skills: readonly Skill[];
  ameli: Skill;
  /** Liberal doctors who billed in 2024, France. */
  doctors: number;
  /** Places a doctor practises at, on average. */
  sites: number;
  /** In percent: doctors in a group, women. */
  groups: number;
  women: number;
  /** In percent of the doctors: secteur 1, secteur 2 with OPTAM, secteur 2 alone; the rest has no convention. */
  fees: readonly [number, number, number];
  /** Middle of the yearly number of different patients. */
  patients: number;
};

/** ameli code; doctors; sites; groups; women; secteur 1, OPTAM, secteur 2; patients; ameli label; skills */
const TABLE = `
33;6308;1.17;35;46;49 18 32;480;Psychiatre;SM42 Psychiatrie+SM43 Psychiatrie, option enfant et adolescent
06;5677;3.2;90;36;70 20 10;6200;Radiologue;SM44 Radio-diagnostic+SM74 Radiologie et imagerie médicale
03;5018;2.01;75;26;70 20 10;1900;Cardiologue;SM04 Cardiologie et maladies vasculaires+SM73 Médecine cardiovasculaire
15;4287;2.44;65;45;18 19 63;3100;Ophtalmologiste;SM38 Ophtalmologie
02;3946;1.3;85;37;35 40 25;1500;Anesthésiste réanimateur;SM02 Anesthésie-réanimation
07;4500;1.9;60;65;16 29 55;1800;Gynécologue / Obstétricien;SM20 Gynécologie-obstétrique+SM19 Gynécologie médicale
41;2900;1.6;80;9;6 28 65;1300;Chirurgien orthopédiste et traumatologue;SM08 Chirurgie orthopédique et traumatologie
05;2850;1.3;45;68;41 14 43;2500;Dermatologue et vénérologue;SM15 Dermatologie et vénéréologie
12;2650;1.4;55;66;42 30 28;1500;Pédiatre;SM40 Pédiatrie
08;2020;1.7;80;33;50 25 25;1400;Gastro-entérologue et hépatologue;SM24 Gastro-entérologie et hépatologie
11;2000;2;55;29;35 30 35;2100;Oto-Rhino-Laryngologue (ORL) et chirurgien cervico-facial;SM39 Oto-rhino-laryngologie+SM34 ORL et chirurgie cervico-faciale
49;1500;1.6;80;18;12 35 53;900;Chirurgien viscéral et digestif;SM14 Chirurgie viscérale et digestive
14;1432;1.4;50;46;50 25 25;1500;Rhumatologue;SM48 Rhumatologie
64;1300;2;50;45;50 25 25;1700;Médecin vasculaire;SM61 Médecine vasculaire
13;1100;1.8;75;40;70 20 10;1300;Pneumologue;SM41 Pneumologie
32;1050;1.6;55;44;50 25 25;1300;Neurologue;SM32 Neurologie
16;1000;1.7;80;9;12 35 53;1400;Chirurgien urologue;SM12 Chirurgie urologique
46;1000;1.6;55;24;4 6 84;700;Chirurgien plasticien;SM10 Chirurgie plastique reconstructrice et esthétique
42;900;1.4;50;66;50 25 25;1200;Endocrinologue-diabétologue;SM62 Endocrinologie, diabétologie, nutrition+SM16 Endocrinologie et métabolisme
37;900;2.2;90;46;50 25 25;2800;Anatomo-Cyto-Pathologiste;SM01 Anatomie et cytologie pathologiques
35;650;2;90;38;70 20 10;700;Néphrologue;SM30 Néphrologie
04;600;1.4;70;14;12 35 53;900;Chirurgien général;SM05 Chirurgie générale
48;500;1.7;80;12;12 35 53;1000;Chirurgien vasculaire;SM13 Chirurgie vasculaire
84;450;1.5;45;60;50 25 25;1100;Allergologue;SM57 Allergologie
72;450;2.4;95;34;70 20 10;1600;Médecin nucléaire;SM28 Médecine nucléaire
76;420;2.2;95;38;70 20 10;700;Radiothérapeute;SM45 Radio-thérapie
44;400;1.8;60;20;12 35 53;1300;Stomatologue;SM50 Stomatologie+SM07 Chirurgie maxillo-faciale et stomatologie
10;200;1.4;85;14;12 35 53;700;Neurochirurgien;SM31 Neuro-chirurgie
43;150;1.4;85;40;12 35 53;800;Chirurgien infantile;SM09 Chirurgie infantile
47;153;1.4;90;12;12 35 53;600;Chirurgien thoracique et cardio-vasculaire;SM11 Chirurgie thoracique et cardio-vasculaire
31;120;1.2;50;44;50 25 25;700;Médecin de médecine physique et de réadaptation;SM29 Médecine physique et de réadaptation
09;100;1.2;45;45;50 25 25;700;Médecin interniste;SM27 Médecine interne
34;82;1.2;45;55;50 25 25;600;Gériatre;SM18 Gériatrie`;

export const SPECIALTIES: readonly Specialty[] = TABLE.trim()
  .split("\n")
  .map((row) => {
    const [code, doctors, sites, groups, women, fees, patients, label, skills] = row.split(";");
    const [one = 0, controlled = 0, two = 0] = fees!.split(" ").map(Number);
    return {
      skills: skills!.split("+").map(skill),
      ameli: { code: code!, label: label! },
      doctors: Number(doctors),
      sites: Number(sites),
      groups: Number(groups),
      women: Number(women),
      fees: [one, controlled, two],
      patients: Number(patients),
    };
  });

/** Three codes for one trade; which one a doctor has goes with the year of the diploma. */
export const GENERAL_PRACTICE: Specialty = {
  skills: ["SM54 Médecine Générale", "SM53 Spécialiste en Médecine Générale", "SM26 Qualifié en Médecine Générale"].map(
    skill,
  ),
  ameli: { code: "01", label: "Médecin généraliste" },
  doctors: 55_546,
  sites: 1.18,
  groups: 69,
  women: 47,
  fees: [94, 2, 2],
  patients: 1498,
};

/** A second line of the same doctor at the same place. */
export const CAPACITIES: readonly Skill[] = [
  "CAPA05 Evaluation et traitement de la douleur",
  "CAPA06 Gérontologie",
  "CAPA09 Médecine d'urgence",
  "CAPA11 Médecine du sport",
].map(skill);

function skill(text: string): Skill {
  const blank = text.indexOf(" ");
  return { code: text.slice(0, blank), label: text.slice(blank + 1) };
}
