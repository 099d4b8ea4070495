import { dayOf } from "~/calendar/day";
import { numericDay } from "~/format/dates";
import { Badge } from "~/ui/badge";

type State = { disabled_at: string | null; has_password: boolean };

export function AccountState({ account }: { account: State }) {
  if (account.disabled_at) return <Badge>Désactivé le {numericDay(dayOf(account.disabled_at))}</Badge>;
  if (!account.has_password) return <Badge tone="doubt">Invitation envoyée</Badge>;
  return <Badge tone="good">Actif</Badge>;
}
