import { countOf, number } from "~/format/numbers";
import { Progress } from "~/ui/progress";
import { Stat } from "~/ui/stat";
import type { ImportStatus } from "~db/queries/imports";
import { secondsLeft } from "./import";

interface Shown {
  readonly status: ImportStatus;
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly ignored: number;
  readonly warned: number;
  readonly cursorBytes: number;
  readonly byteSize: number;
  readonly elapsedMs: number;
}

/** Lines read, kept and left out, and the time left, told by the bytes of the file: they are known from the start. */
export function ImportProgress({ shown }: { shown: Shown }) {
  const { status, read, cursorBytes, byteSize, elapsedMs } = shown;
  const isReading = status === "uploaded" || status === "reading";
  const left = isReading ? secondsLeft(cursorBytes, byteSize, elapsedMs) : null;
  const isWhole = cursorBytes >= byteSize;
  return (
    <section aria-label="Avancement" className="stack">
      {(isReading || status === "applying") && (
        <Progress
          label={
            status === "applying"
              ? "Application des changements"
              : isWhole
                ? "Comparaison avec ce qui est connu"
                : "Lecture du fichier"
          }
          done={read}
          total={isWhole ? read : estimatedLines(shown)}
          unit="ligne"
          {...(isReading && elapsedMs > 1_000 ? { perSecond: Math.round((read * 1_000) / elapsedMs) } : {})}
          {...(left === null ? {} : { secondsLeft: left })}
          note="Vous pouvez quitter cette page : la lecture continue, et reprend où elle en était si le serveur redémarre."
        />
      )}
      <div className="stat-row">
        <Stat label="Lignes lues" value={number(read)} />
        <Stat label="Retenues" value={number(shown.accepted)} />
        <Stat label="Laissées de côté" value={number(shown.ignored)} unit="autres professions ou activités" />
        <Stat
          label="Rejetées"
          value={number(shown.rejected)}
          {...(shown.warned > 0 ? { unit: `${countOf(shown.warned, "remarque")} en plus` } : {})}
        />
      </div>
    </section>
  );
}

/** The length of the lines seen so far tells about how many there are. */
function estimatedLines({ read, cursorBytes, byteSize }: Shown): number | undefined {
  return read > 0 && cursorBytes > 0 ? Math.round((read * byteSize) / cursorBytes) : undefined;
}
