import { chance } from "./chance";
import { GIVEN_NAMES } from "./given-names";
import type { FundName, Town } from "./ground";
import { demoSectors } from "./sectors";
import { slug } from "./spelling";
import { SURNAMES } from "./surnames";

type DemoAccount = {
  email: string;
  name: string;
  role: "delegate" | "manager" | "campaign_officer" | "national_reader" | "administrator" | "super_administrator";
  /** None for those who answer to no fund. */
  fund: number | null;
  /** Names of the sectors followed; delegates only. */
  sectors: readonly string[];
};

/** The fund whose people receive visitors of the demonstration. */
const SHOWCASE_FUND = 441;

/** Days on the road, small practices, priority zones: what the program is for shows best there. */
const SHOWCASE_SECTOR = "Secteur de Châteaubriant";

const SHOWCASE_ACCOUNTS: readonly DemoAccount[] = [
  {
    email: "delegue@demo.example",
    name: "Maël Rabiller",
    role: "delegate",
    fund: SHOWCASE_FUND,
    sectors: [SHOWCASE_SECTOR],
  },
  { email: "responsable@demo.example", name: "Anne Guilbaud", role: "manager", fund: SHOWCASE_FUND, sectors: [] },
  {
    email: "campagnes@demo.example",
    name: "Julie Merceron",
    role: "campaign_officer",
    fund: SHOWCASE_FUND,
    sectors: [],
  },
  {
    email: "administration@demo.example",
    name: "Paul Retailleau",
    role: "administrator",
    fund: SHOWCASE_FUND,
    sectors: [],
  },
];

/** Everyone who signs in to the demonstration: each fund's people, then those of the country. */
export function demoAccounts(communes: readonly Town[], funds: readonly FundName[]): DemoAccount[] {
  return [...funds.flatMap((fund) => fundAccounts(communes, fund)), ...NATIONAL_ACCOUNTS];
}

const NATIONAL_ACCOUNTS: readonly DemoAccount[] = [
  { email: "national@demo.example", name: "Hélène Davodeau", role: "national_reader", fund: null, sectors: [] },
  { email: "plateforme@demo.example", name: "Gaël Kermarrec", role: "super_administrator", fund: null, sectors: [] },
];

function fundAccounts(communes: readonly Town[], fund: FundName): DemoAccount[] {
  const luck = chance(`accounts ${fund.id}`);
  const domain = `cpam${slug(fund.department)}.example`;
  const someone = (role: DemoAccount["role"], woman: boolean, mailbox: string, sectors: readonly string[] = []) => {
    const firstName = luck.pick(GIVEN_NAMES[woman ? "woman" : "man"][luck.pick(["young", "middle"] as const)]);
    const name = `${firstName} ${luck.pick(SURNAMES)}`;
    return { email: `${mailbox}@${domain}`, name, role, fund: fund.id, sectors };
  };
  const sectors = demoSectors(communes, fund.department);
  return [
    ...(fund.id === SHOWCASE_FUND ? SHOWCASE_ACCOUNTS : []),
    someone("administrator", true, "administration"),
    someone("manager", luck.happens(0.5), "responsable"),
    someone("campaign_officer", luck.happens(0.6), "campagnes"),
    ...sectors.map((sector) => {
      const woman = luck.happens(0.7);
      return someone("delegate", woman, `${woman ? "deleguee" : "delegue"}.${slug(sector.mainTown.name)}`, [
        sector.name,
      ]);
    }),
  ];
}
