import type { Day } from "~/calendar/day";
import { listed } from "~/format/typography";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";
import { Select } from "~/ui/select";
import { fromTo } from "./absence";
import { SETTINGS, type Section } from "./use-section";

export type Cover = { id: number; absent: string; by: string; byId: string; fromOn: Day; toOn: Day };
export type Colleague = { id: string; name: string; away: readonly { fromOn: Day; toOn: Day }[] };

type LineProps = { cover: Cover; isOwn: boolean; section: Section; at?: string };

export function CoverLine({ cover, isOwn, section, at = "covers" }: LineProps) {
  const { fetcher, refused, start, startedBy } = section;
  const days = fromTo(cover.fromOn, cover.toOn);
  const id = `${at} ${cover.id}`;
  return (
    <li>
      <div className="cluster cluster-between">
        <span className="setting-now">
          <Icon name="user" small />
          {isOwn ? `${cover.by} vous remplace ${days}.` : `Vous remplacez ${cover.absent} ${days}.`}
        </span>
        {isOwn && (
          <fetcher.Form method="post" action={SETTINGS} onSubmit={() => start(id)}>
            <input type="hidden" name="intent" value="uncover" />
            <input type="hidden" name="coverId" value={cover.id} />
            <Button type="submit" kind="quiet" aria-label={`Retirer le remplacement par ${cover.by} ${days}`}>
              Retirer
            </Button>
          </fetcher.Form>
        )}
      </div>
      {startedBy === id && refused && (
        <p className="field-error" role="alert">
          <Icon name="warning" />
          {refused.error}
        </p>
      )}
    </li>
  );
}

type NewProps = {
  absence: { id: string; fromOn: Day; toOn: Day; covers: readonly Cover[] };
  colleagues: readonly Colleague[];
  section: Section;
};

/** Who stands in, for the days of the absence; what they will see is said before it is chosen. */
export function NewCover({ absence, colleagues, section }: NewProps) {
  const { fetcher, isBusy, refused, start, startedBy } = section;
  const { id, fromOn, toOn, covers } = absence;
  const free = colleagues.filter((colleague) => !covers.some(({ byId }) => byId === colleague.id));
  if (free.length === 0) {
    return colleagues.length === 0 ? <p className="small soft">Aucun autre délégué dans votre caisse.</p> : null;
  }
  return (
    <details className="new-cover" open={startedBy === id && refused?.fields.byId !== undefined}>
      <summary>{covers.length === 0 ? "Se faire remplacer" : "Ajouter un remplaçant"}</summary>
      <fetcher.Form method="post" action={SETTINGS} className="form" onSubmit={() => start(id)} noValidate>
        <input type="hidden" name="intent" value="cover" />
        <input type="hidden" name="fromOn" value={fromOn} />
        <input type="hidden" name="toOn" value={toOn} />
        <Select
          name="byId"
          id={`by-${id}`}
          label={`Remplaçant ${fromTo(fromOn, toOn)}`}
          placeholder="Choisissez un collègue"
          options={free.map((colleague) => ({ value: colleague.id, label: labelOf(colleague, absence) }))}
          help="Cette personne verra vos médecins, leurs dossiers et leurs visites à côté des siens, ces jours-là seulement. Elle ne voit ni votre point de départ ni le motif de votre absence."
          error={startedBy === id ? refused?.fields.byId : undefined}
        />
        <div className="form-actions">
          <Button type="submit" busy={isBusy && startedBy === id}>
            Noter ce remplacement
          </Button>
        </div>
      </fetcher.Form>
    </details>
  );
}

function labelOf({ name, away }: Colleague, { fromOn, toOn }: { fromOn: Day; toOn: Day }): string {
  const meeting = away.filter((absence) => absence.fromOn <= toOn && fromOn <= absence.toOn);
  if (meeting.length === 0) return name;
  return `${name}, en absence ${listed(meeting.map((absence) => fromTo(absence.fromOn, absence.toOn)))}`;
}
