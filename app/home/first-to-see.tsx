import { LinkButton } from "~/ui/button";
import { Panel } from "~/ui/panel";
import { RowItem, RowList } from "~/ui/row-list";
import { VerdictMark } from "./verdict-mark";

type Doctor = { id: number; name: string; where: string; reason: string; verdict: string | null };

export function FirstToSee({ doctors }: { doctors: readonly Doctor[] }) {
  return (
    <Panel
      title="À voir en premier"
      aside={
        <LinkButton to="/medecins" kind="primary">
          Voir toute la liste
        </LinkButton>
      }
    >
      <RowList label="Médecins à voir en premier">
        {doctors.map(({ id, name, where, reason, verdict }, rank) => (
          <RowItem
            key={id}
            to={`/medecins/${id}`}
            rank={rank + 1}
            name={name}
            where={where}
            reason={reason}
            states={[<VerdictMark key="verdict" verdict={verdict} />]}
          />
        ))}
      </RowList>
    </Panel>
  );
}
