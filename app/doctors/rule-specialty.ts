/**
 * The families the rules of the aid name, in the words of our directory. Families no text names keep their own name in
 * capitals: the rules then treat them as any other specialty.
 */
const NAMED: Readonly<Record<string, string>> = {
  "general-practice": "MEDECINE_GENERALE",
  anaesthesia: "ANESTHESIE",
  cardiology: "CARDIOLOGIE",
  ent: "ORL",
  gynaecology: "GYNECOLOGIE",
  "maxillofacial-surgery": "CHIRURGIE",
  "nuclear-medicine": "MEDECINE_NUCLEAIRE",
  ophthalmology: "OPHTALMOLOGIE",
  paediatrics: "PEDIATRIE",
  pathology: "ANATOMOCYTOPATHOLOGIE",
  radiology: "RADIOLOGIE",
  radiotherapy: "RADIOTHERAPIE",
  stomatology: "STOMATOLOGIE",
  surgery: "CHIRURGIE",
};

export function ruleSpecialty(family: string): string {
  return NAMED[family] ?? family.toUpperCase().replaceAll("-", "_");
}

/** The families of our directory that a rule's list covers. */
export function familiesOf(ruleSpecialties: readonly string[]): string[] {
  return Object.keys(NAMED).filter((family) => ruleSpecialties.includes(NAMED[family]!));
}
