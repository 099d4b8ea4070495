/** Our families in the words the rules of the aid use: those no text names are judged as any other specialty. */
const RULE_NAMES: Readonly<Record<string, string>> = {
  "general-practice": "MEDECINE_GENERALE",
  allergology: "ALLERGOLOGIE",
  anaesthesia: "ANESTHESIE",
  cardiology: "CARDIOLOGIE",
  dermatology: "DERMATOLOGIE",
  "emergency-medicine": "MEDECINE_D_URGENCE",
  endocrinology: "ENDOCRINOLOGIE",
  ent: "ORL",
  gastroenterology: "GASTRO_ENTEROLOGIE",
  genetics: "GENETIQUE_MEDICALE",
  geriatrics: "GERIATRIE",
  gynaecology: "GYNECOLOGIE",
  haematology: "HEMATOLOGIE",
  "infectious-diseases": "MALADIES_INFECTIEUSES",
  "intensive-care": "REANIMATION",
  "internal-medicine": "MEDECINE_INTERNE",
  "laboratory-medicine": "BIOLOGIE_MEDICALE",
  "legal-medicine": "MEDECINE_LEGALE",
  "maxillofacial-surgery": "CHIRURGIE",
  nephrology: "NEPHROLOGIE",
  neurology: "NEUROLOGIE",
  "nuclear-medicine": "MEDECINE_NUCLEAIRE",
  "occupational-medicine": "MEDECINE_DU_TRAVAIL",
  oncology: "ONCOLOGIE",
  ophthalmology: "OPHTALMOLOGIE",
  "oral-surgery": "CHIRURGIE_ORALE",
  other: "AUTRE_SPECIALITE",
  paediatrics: "PEDIATRIE",
  pathology: "ANATOMOCYTOPATHOLOGIE",
  "physical-medicine": "MEDECINE_PHYSIQUE",
  pneumology: "PNEUMOLOGIE",
  psychiatry: "PSYCHIATRIE",
  "public-health": "SANTE_PUBLIQUE",
  radiology: "RADIOLOGIE",
  radiotherapy: "RADIOTHERAPIE",
  research: "RECHERCHE_MEDICALE",
  rheumatology: "RHUMATOLOGIE",
  stomatology: "STOMATOLOGIE",
  surgery: "CHIRURGIE",
  "vascular-medicine": "MEDECINE_VASCULAIRE",
};

export function ruleSpecialty(family: string): string {
  return RULE_NAMES[family] ?? "AUTRE_SPECIALITE";
}

/** The families of our directory that a rule's list covers. */
export function familiesOf(ruleSpecialties: readonly string[]): string[] {
  return Object.keys(RULE_NAMES).filter((family) => ruleSpecialties.includes(RULE_NAMES[family]!));
}
