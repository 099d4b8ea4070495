import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useState } from "react";
import { enter, readSearch, submit } from "~/access/doorway.server";
import { countOf } from "~/format/numbers";
import { french, listed } from "~/format/typography";
import { Button, LinkButton } from "~/ui/button";
import { Confirm } from "~/ui/confirm";
import { EmptyState } from "~/ui/empty-state";
import { FormErrors } from "~/ui/form-errors";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { TextArea, TextInput } from "~/ui/text-input";
import { newId } from "~/visits/report/phone";
import { candidatesSearch, informForm } from "./candidate.form";
import { queryOf } from "./candidate-filters";
import { informCandidates, prepareLetter } from "./inform.server";
import "./recruiting.css";

export const meta: MetaFunction = () => [{ title: "Informer les candidats · Tandem" }];

export async function loader(args: LoaderFunctionArgs) {
  const search = readSearch(args.request, candidatesSearch);
  return enter(args, "candidate.manage", async (ctx) => ({ id: newId(), ...(await prepareLetter(ctx, search)) }));
}

export async function action(args: ActionFunctionArgs) {
  const search = readSearch(args.request, candidatesSearch);
  return submit(args, "candidate.manage", informForm, async (ctx, ask) => {
    await informCandidates(ctx, search, ask);
    return redirect("/candidats");
  });
}

export default function Inform() {
  const { id, search, found, reached, names } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const isBusy = useNavigation().state !== "idle";
  // Kept across refusals, so that the same letter sent again stays the same letter.
  const [letterId] = useState(id);
  const [letter, setLetter] = useState({ subject: "", body: "" });
  const [isConfirming, setConfirming] = useState(false);
  const back = { to: `/candidats?${queryOf(search)}`, label: "Candidats" };
  if (reached === 0)
    return (
      <div className="page">
        <PageHeader title="Informer les candidats" back={back} />
        <EmptyState
          icon="mail"
          title="Personne à qui écrire"
          why="Aucun des candidats choisis n'a d'adresse et n'accepte les lettres."
          action={<LinkButton to={back.to}>Changer les filtres</LinkButton>}
        />
      </div>
    );
  const rest = reached - names.length;
  return (
    <div className="page">
      <PageHeader
        title="Informer les candidats"
        back={back}
        intro={`À ${listed(rest > 0 ? [...names, countOf(rest, "autre")] : names)}.`}
      />
      {found > reached && (
        <Notice>
          {french(
            `${countOf(found - reached, "candidat choisi ne reçoit", "candidats choisis ne reçoivent")} pas cette lettre : sans adresse, accord expiré, ou lettres refusées.`,
          )}
        </Notice>
      )}
      <form
        className="form recruiting-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setConfirming(true);
        }}
      >
        <FormErrors problems={refused?.fields} message={refused?.error} />
        <TextInput
          name="subject"
          label="Objet"
          maxLength={150}
          value={letter.subject}
          onChange={(event) => setLetter({ ...letter, subject: event.currentTarget.value })}
          error={refused?.fields.subject}
        />
        <TextArea
          name="body"
          label="Lettre"
          rows={12}
          className="recruiting-letter"
          value={letter.body}
          onChange={(event) => setLetter({ ...letter, body: event.currentTarget.value })}
          error={refused?.fields.body}
          help="Une ligne vide sépare les paragraphes. Chaque lettre se termine par un lien pour ne plus en recevoir, ou pour être effacé."
        />
        <div className="form-actions">
          <Button type="submit" kind="primary" icon="mail" busy={isBusy}>
            Envoyer à {countOf(reached, "candidat")}
          </Button>
          <span className="soft small">Chacun la reçoit seul et une seule fois.</span>
        </div>
      </form>
      <Confirm
        title={french(`Envoyer cette lettre à ${countOf(reached, "candidat")} ?`)}
        verb={`Envoyer à ${countOf(reached, "candidat")}`}
        gesture="J'ai relu la lettre"
        names={names}
        total={reached}
        isOpen={isConfirming}
        onClose={() => setConfirming(false)}
        fields={{ id: letterId, expected: String(reached), ...letter }}
      >
        <p>Une lettre partie ne se reprend pas.</p>
      </Confirm>
    </div>
  );
}
