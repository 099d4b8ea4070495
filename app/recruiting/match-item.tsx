import { Link, useFetcher } from "@remix-run/react";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { type TabReply, useTabReply } from "~/visits/hours/use-tab-reply";
import type { Match } from "./match";

interface MatchItemProps {
  readonly name: string;
  readonly where: string | null;
  readonly to: string;
  readonly match: Match;
  readonly candidateId: string;
  readonly doctorId: number;
  readonly mayManage: boolean;
}

/** One side for the other, with the reasons in words; proposing writes to nobody. */
export function MatchItem({ name, where, to, match, candidateId, doctorId, mayManage }: MatchItemProps) {
  const fetcher = useFetcher<TabReply>();
  const refused = useTabReply(fetcher.data);
  return (
    <li>
      <div className="stack stack-tight">
        <div className="cluster">
          <Link to={to}>{name}</Link>
          {where && <span className="soft">{where}</span>}
          <Badge tone={match.isFit ? "good" : "plain"}>{match.isFit ? "convient" : "à discuter"}</Badge>
        </div>
        <span className="small">{match.reasons.join(" · ")}</span>
        {refused && (
          <span className="field-error" role="alert">
            {refused.error}
          </span>
        )}
      </div>
      {mayManage && (
        <fetcher.Form method="post" action={`/candidats/${candidateId}`}>
          <input type="hidden" name="intent" value="propose" />
          <input type="hidden" name="doctorId" value={doctorId} />
          <Button type="submit" busy={fetcher.state !== "idle"}>
            Proposer<span className="visually-hidden"> une mise en relation : {name}</span>
          </Button>
        </fetcher.Form>
      )}
    </li>
  );
}
