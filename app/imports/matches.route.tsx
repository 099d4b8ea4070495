import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSubmit } from "@remix-run/react";
import { enter, submit } from "~/access/doorway.server";
import { Button, LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";
import { useShortcuts } from "~/ui/shortcuts";
import { decideMatch, doubtsToDecide, undecideMatch } from "./deciding.server";
import { matchForm } from "./import.form";
import { MatchCard } from "./match-card";
import "./matches.css";

export const meta: MetaFunction = () => [{ title: "Rapprochements · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "import.manage", doubtsToDecide);
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "import.manage", matchForm, async (ctx, { doubt, doctor }) => {
    if (doctor === "undo") await undecideMatch(ctx, doubt);
    else await decideMatch(ctx, doubt, doctor === "none" ? null : doctor);
    return json({ error: "", fields: {}, settled: doctor === "undo" ? null : doubt });
  });
}

export default function Matches() {
  const { doubts, total } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const settled = answer && "settled" in answer ? answer.settled : null;
  useDecisionKeys(doubts[0]);
  return (
    <div className="page">
      <PageHeader
        title="Rapprochements à décider"
        count={total}
        back={{ to: "/imports", label: "Imports" }}
        intro="L'annuaire Ameli ne porte aucun numéro. Ces lignes ressemblent à plusieurs médecins : laquelle est la bonne ? Votre réponse est retenue pour les prochains fichiers."
      />
      {answer?.error && <FormErrors message={answer.error} />}
      {settled !== null && (
        <Form method="post" className="cluster">
          <input type="hidden" name="doubt" value={settled} />
          <span role="status">Réponse enregistrée.</span>
          <Button type="submit" name="doctor" value="undo" kind="quiet" icon="undo">
            Annuler cette réponse
          </Button>
        </Form>
      )}
      {doubts.length === 0 ? (
        <EmptyState
          icon="check"
          title="Aucun rapprochement à décider"
          why="Chaque ligne de l'annuaire Ameli a trouvé son médecin, ou n'en a pas."
          action={<LinkButton to="/imports">Revenir aux imports</LinkButton>}
        />
      ) : (
        <ol className="match-pile">
          {doubts.map((doubt, at) => (
            <li key={doubt.id}>
              <MatchCard doubt={doubt} isFirst={at === 0} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

type Doubt = ReturnType<typeof useLoaderData<typeof loader>>["doubts"][number];

/** One key settles the first of the pile: 1 to 5 for a doctor, n for none of them. */
function useDecisionKeys(doubt: Doubt | undefined) {
  const send = useSubmit();
  const answer = (doctor: string | number) => doubt && send({ doubt: doubt.id, doctor }, { method: "post" });
  useShortcuts([
    ...[1, 2, 3, 4, 5].map((rank) => ({
      keys: String(rank),
      label: `Choisir le médecin ${rank} du premier rapprochement`,
      run: () => {
        const chosen = doubt?.candidates[rank - 1];
        if (chosen) answer(chosen.doctorId);
      },
    })),
    { keys: "n", label: "Aucun de ces médecins", run: () => answer("none") },
  ]);
}
