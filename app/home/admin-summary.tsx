import { number } from "~/format/numbers";
import { Stat } from "~/ui/stat";

type Accounts = { active: number; invited: number; disabled: number; idle: number };
type Queue = { waiting: number; active: number; failed: number };

export function AdminSummary({ accounts, queues }: { accounts: Accounts; queues: readonly Queue[] }) {
  const sum = (of: (queue: Queue) => number) => queues.reduce((total, queue) => total + of(queue), 0);
  const failed = sum((queue) => queue.failed);
  return (
    <div className="columns">
      <Stat
        label="Comptes actifs"
        value={number(accounts.active)}
        period={[
          `${number(accounts.invited)} en attente du premier mot de passe`,
          accounts.idle > 0 && `${number(accounts.idle)} sans secteur`,
        ]
          .filter(Boolean)
          .join(", ")}
        to="/comptes"
      />
      <Stat
        label="Tâches en cours et en attente"
        value={number(sum((queue) => queue.active + queue.waiting))}
        period={failed === 0 ? "Aucune en échec" : `${number(failed)} en échec`}
        to="/moteur"
      />
    </div>
  );
}
