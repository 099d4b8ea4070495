/**
 * Words of the French language that a note about a doctor should not need. Written without accents and in small
 * letters; « * » stands for any ending.
 */

/** One person, not « les patients ». */
export const SOMEBODY = [
  ...["un", "une", "le", "la", "son", "sa", "ce", "cet", "cette", "du", "au", "mon", "ma", "notre", "leur"].flatMap(
    (word) => [`${word} patient`, `${word} patiente`, `${word} malade`, `${word} assure`, `${word} assuree`],
  ),
  "l'assure",
  "l'assuree",
  ...[
    "mari",
    "femme",
    "epouse",
    "epoux",
    "fils",
    "fille",
    "mere",
    "pere",
    "enfant",
    "conjoint",
    "conjointe",
    "compagnon",
    "compagne",
  ].flatMap((word) => [`son ${word}`, `sa ${word}`, `leur ${word}`]),
];

/** « un patient sur trois » is a share of many, not somebody. */
export const SHARES = ["sur", "par", "de plus", "type", "moyen", "traceur"];

export const ILLNESS = [
  ..."cancer* tumeur* leucemi* lymphom* metastas* melanom* chimio chimiotherap* radiotherap* dialys*".split(" "),
  ..."diabet* insuline* hypertendu* infarctus avc epilep* asthm* bpco parkinson* alzheimer sclerose".split(" "),
  ..."vih sida seropositi* hepatit* tuberculos* covid syphilis".split(" "),
  ..."depressi* antidepresseur* bipolair* schizophren* psychos* psychotiq* psychiatri* suicid* anorexi* boulimi*".split(
    " ",
  ),
  ..."alcooliq* alcoolis* toxicoman* addict* sevrage* methadone morphine subutex neuroleptiq*".split(" "),
  ..."enceinte grossesse ivg avortement fausse-couche steril* menopaus*".split(" "),
  ..."autis* trisomi* handicap* invalid* dement* demence senil*".split(" "),
  ..."hospitalis* opere operee greffe* prothes* amput* fractur* biops* perfusion* palliatif palliatifs".split(" "),
  ..."malade maladie patholog* symptome* atteint atteinte ald".split(" "),
  ...["sous traitement", "traitement pour", "traitement contre", "traite pour", "traitee pour", "souffre"],
];

/** The house is called so, and a leave needs no illness to be named. */
export const NOT_ILLNESS = [
  "assurance maladie",
  "assurance-maladie",
  "arret maladie",
  "arrets maladie",
  "conge maladie",
];

export const INSULTS = [
  ..."con conne connard* connass* couillon* salaud* salop* encule* enfoir* batard* ordure* raclure* pute*".split(" "),
  ..."abruti* cretin* imbecile* idiot idiote idiots idiotes debile* tare taree cingle cinglee minable* pauvre-type".split(
    " ",
  ),
  ..."feignass* feignant* faineant* glandeu* emmerdeu* chiant* chieu* casse-couille* menteu* escroc* voleur* ripou*".split(
    " ",
  ),
  ..."bougnoul* negro* youpin* bicot* pede pedes gouine* tarlouz* tapette*".split(" "),
  ...[
    "fils de pute",
    "tete de con",
    "sale type",
    "pauvre type",
    "grosse vache",
    "gros porc",
    "vieille folle",
    "vieux fou",
  ],
];

/** Cretin, Con and Salaud are also family names: after a title they are one. */
export const TITLES = [
  "dr",
  "docteur",
  "pr",
  "professeur",
  "m.",
  "m",
  "mr",
  "monsieur",
  "mme",
  "madame",
  "mlle",
  "cabinet",
];
