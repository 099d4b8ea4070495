import { Form } from "@remix-run/react";
import { numericDay } from "~/format/dates";
import { Button } from "~/ui/button";
import type { FormProblems } from "~/ui/form-errors";
import { Panel } from "~/ui/panel";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";

type Cover = { id: number; absent_id: string; absent: string; by: string; from_on: string; to_on: string };

export type CoverPanelProps = {
  accountId: string;
  covers: readonly Cover[];
  colleagues: readonly { id: string; name: string }[];
  problems: FormProblems | undefined;
};

/** Who sees this delegate's doctors while they are away, and whose doctors they see. */
export function CoverPanel({ accountId, covers, colleagues, problems }: CoverPanelProps) {
  return (
    <Panel title="Remplacements">
      <div className="stack">
        {covers.length === 0 && <p className="soft">Aucun remplacement en cours ni à venir.</p>}
        {covers.map((cover) => (
          <CoverLine key={cover.id} cover={cover} isOwn={cover.absent_id === accountId} />
        ))}
        <Form method="post" className="form" noValidate>
          <input type="hidden" name="intent" value="cover" />
          <div className="columns">
            <Select
              name="byId"
              label="Remplacé par"
              placeholder="Choisissez un collègue"
              options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
              error={problems?.byId}
            />
            <TextInput name="fromOn" type="date" label="Du" error={problems?.fromOn} />
            <TextInput name="toOn" type="date" label="Au, inclus" error={problems?.toOn} />
          </div>
          <div className="form-actions">
            <Button type="submit">Noter un remplacement</Button>
          </div>
        </Form>
      </div>
    </Panel>
  );
}

function CoverLine({ cover, isOwn }: { cover: Cover; isOwn: boolean }) {
  const days = `du ${numericDay(cover.from_on)} au ${numericDay(cover.to_on)}`;
  return (
    <div className="cluster cluster-between">
      <span>{isOwn ? `Remplacé par ${cover.by} ${days}` : `Remplace ${cover.absent} ${days}`}</span>
      {isOwn && (
        <Form method="post">
          <input type="hidden" name="intent" value="uncover" />
          <input type="hidden" name="coverId" value={cover.id} />
          <Button type="submit" kind="quiet" aria-label={`Retirer le remplacement par ${cover.by} ${days}`}>
            Retirer
          </Button>
        </Form>
      )}
    </div>
  );
}
