import { Form } from "@remix-run/react";
import { numericDayAndTime } from "~/format/dates";
import { countOf } from "~/format/numbers";
import { french } from "~/format/typography";
import { Button } from "~/ui/button";
import { Panel } from "~/ui/panel";
import { Table } from "~/ui/table";
import { jobLabel, QUEUE_LABELS, type ShownQueue } from "./job-words";

type FailedJob = {
  queue: ShownQueue;
  id: string;
  job: string;
  reason: string;
  attempts: number;
  failedAt: string | null;
};

export function FailedJobs({ jobs, total }: { jobs: readonly FailedJob[]; total: number }) {
  return (
    <div id="echecs">
      <Panel title="Tâches en échec">
        {jobs.length === 0 ? (
          <p className="soft">Aucune tâche en échec. Une tâche n'arrive ici qu'après plusieurs essais.</p>
        ) : (
          <>
            {total > jobs.length && (
              <p className="soft">
                Les {countOf(jobs.length, "plus récente", "plus récentes")} sur {total}.
              </p>
            )}
            <Table
              caption="Tâches en échec, de la plus récente à la plus ancienne"
              rows={jobs}
              rowKey={(job) => `${job.queue}-${job.id}`}
              columns={[
                { label: "Tâche", kind: "lead", cell: ({ job }) => jobLabel(job) },
                { label: "File", cell: ({ queue }) => QUEUE_LABELS[queue].name },
                { label: "Raison", cell: ({ reason }) => reason || "Non précisée" },
                { label: "Essais", kind: "number", cell: ({ attempts }) => attempts },
                { label: "Échec le", cell: ({ failedAt }) => (failedAt ? numericDayAndTime(failedAt) : "–") },
                { label: "Relancer", hideLabel: true, kind: "state", cell: (job) => <Retry job={job} /> },
              ]}
            />
          </>
        )}
      </Panel>
    </div>
  );
}

function Retry({ job: { queue, id, job } }: { job: FailedJob }) {
  return (
    <Form method="post">
      <input type="hidden" name="queue" value={queue} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="job" value={job} />
      <Button type="submit" aria-label={french(`Relancer : ${jobLabel(job)}`)}>
        Relancer
      </Button>
    </Form>
  );
}
