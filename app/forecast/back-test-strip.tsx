import { dayMonthYear } from "~/format/dates";
import { number } from "~/format/numbers";
import { french } from "~/format/typography";
import type { BackTest, PastForecast } from "./back-test";
import { backTestSentence } from "./wording";

const [STEP, HEIGHT, EDGE] = [12, 72, 6] as const;

/** One mark a past week: the interval then said, and the truth as a point; hollow when it fell outside. */
export function BackTestStrip({ tested }: { tested: BackTest }) {
  const { past, miss, runRateMiss } = tested;
  if (past.length === 0)
    return <p className="soft">{french("L'histoire est trop courte pour que le passé éprouve la prévision.")}</p>;
  // Each interval against its own middle: all weeks on one scale, whatever the count had come to.
  const reach = Math.max(
    1,
    ...past.flatMap(({ low, middle, high, truth }) => [high - middle, middle - low, Math.abs(truth - middle)]),
  );
  const y = (value: number, { middle }: PastForecast) => HEIGHT / 2 - ((value - middle) / reach) * (HEIGHT / 2 - EDGE);
  const width = past.length * STEP + EDGE;
  return (
    <div className="stack">
      <p>
        <strong>{french(backTestSentence(tested)!)}</strong>{" "}
        {miss !== null && runRateMiss !== null && (
          <span className="soft">
            {french(
              `Écart moyen : ${number(miss, 1)} contrats ; ${number(runRateMiss, 1)} en prolongeant le rythme des huit dernières semaines.`,
            )}
          </span>
        )}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="back-test-scroll" aria-label="Semaine par semaine" tabIndex={0}>
        <svg
          className="back-test"
          viewBox={`0 0 ${width} ${HEIGHT}`}
          style={{ inlineSize: `${width}px` }}
          role="img"
          aria-label={french(backTestSentence(tested)!)}
        >
          {past.map((each, at) => {
            const x = EDGE + at * STEP;
            return (
              <g key={each.asof} className={each.isHeld ? "is-held" : "is-missed"}>
                <title>{tellOf(each)}</title>
                <line className="back-test-interval" x1={x} x2={x} y1={y(each.low, each)} y2={y(each.high, each)} />
                <circle cx={x} cy={y(each.truth, each)} r={3.5} />
              </g>
            );
          })}
        </svg>
      </section>
      <p className="small soft">
        {french(
          `Du ${dayMonthYear(past[0]!.asof)} au ${dayMonthYear(past.at(-1)!.asof)}. Trait : l'intervalle annoncé ; point plein : le vrai nombre, dedans ; point vide : dehors.`,
        )}
      </p>
    </div>
  );
}

const tellOf = ({ asof, low, high, truth }: PastForecast) =>
  french(`Le ${dayMonthYear(asof)} : de ${low} à ${high} annoncés, ${truth} signés.`);
