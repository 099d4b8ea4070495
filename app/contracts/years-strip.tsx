import { SCHEDULES } from "~/aids/schedules";
import { addYears } from "~/calendar/day";
import { dayMonthYear } from "~/format/dates";
import { french } from "~/format/typography";
import type { YearAmount } from "./amounts";
import type { OpenedContract } from "./contract.server";
import { amountOf, TO_CHECK } from "./milestone-words";

/** The five years side by side: when each starts, what it is worth, which one we are in. */
export function YearsStrip({ contract }: { contract: OpenedContract }) {
  const { years, today, endsOn } = contract;
  return (
    <section aria-label="Les cinq années" className="stack stack-tight">
      <ol className="years">
        {years.map((year) => (
          <Year key={year.contractYear} year={year} today={today} isCut={endsOn !== null && year.startsOn >= endsOn} />
        ))}
      </ol>
      <p className="soft small">{sourceOf(years)}</p>
    </section>
  );
}

function Year({ year, today, isCut }: { year: YearAmount; today: string; isCut: boolean }) {
  const { contractYear, startsOn, isCeiling } = year;
  const isNow = startsOn <= today && today < addYears(startsOn, 1) && !isCut;
  const amount = amountOf(year);
  return (
    <li
      className={isCut ? "year year-cut" : isNow ? "year year-now" : "year"}
      aria-current={isNow ? "date" : undefined}
    >
      <span className="year-name">
        Année {contractYear}
        {isNow && <span className="badge tone-brand">en cours</span>}
      </span>
      <strong className="tabular">{isCut ? "—" : (amount ?? "Montant non publié")}</strong>
      <span className="soft small">
        {isCut ? "contrat arrêté avant" : french(`à partir du ${dayMonthYear(startsOn)}`)}
      </span>
      {!isCut && isCeiling && <span className="soft small">maximum, selon l'objectif</span>}
      {!isCut && amount === null && <span className="soft small">{TO_CHECK}</span>}
    </li>
  );
}

function sourceOf(years: readonly YearAmount[]): string {
  const labels = SCHEDULES.filter(({ id }) => years.some(({ schedule }) => schedule === id)).map(({ label }) => label);
  return labels.length === 0
    ? french(
        "Montants indicatifs du contrat collectif de 2026, par équivalent temps plein (source : Mesdocs GE, à relire sur ameli.fr).",
      )
    : french(`Montants indicatifs : ${labels.map(uncapital).join(", puis ")} (source : ameli.fr, 27 juin 2024).`);
}

function uncapital(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
