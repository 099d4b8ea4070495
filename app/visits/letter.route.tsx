import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { enter, submit } from "~/access/doorway.server";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";
import { PrintHeader } from "~/ui/print-header";
import { letterForm } from "./follow-ups/letter.form";
import { LetterActions } from "./follow-ups/letter-actions";
import { LetterEditor } from "./follow-ups/letter-editor";
import { LetterSheet } from "./follow-ups/letter-sheet";
import { LetterStanding } from "./follow-ups/letter-standing";
import { openLetter, workOnLetter } from "./follow-ups/letters.server";
import "./follow-ups/follow-ups.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Courriel de suite${data ? ` · ${data.doctor.name}` : ""} · Tandem` },
];

export async function loader(args: LoaderFunctionArgs) {
  return enter(args, "visit.plan", (ctx) => openLetter(ctx, args.params.letterId));
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "visit.plan", letterForm, async (ctx, ask) => {
    await workOnLetter(ctx, args.params.letterId, ask);
    return json({ error: "", fields: {} });
  });
}

export default function FollowUpLetter() {
  const letter = useLoaderData<typeof loader>();
  const told = useActionData<typeof action>();
  const refused = told?.error ? told : undefined;
  useFreshness(letter.state === "waiting" || letter.state === "sending");
  const isEditable = letter.state === "draft" && letter.isMine;
  return (
    <>
      <PrintHeader fund={letter.fund} title={letter.doctor.name} printedOn={letter.today} />
      <PageHeader
        back={{ to: `/visites/${letter.visitId}/compte-rendu`, label: "Compte rendu" }}
        title={letter.doctor.name}
        action={<LetterActions {...letter} isEditable={isEditable} />}
      />
      <LetterStanding {...letter} />
      <FormErrors problems={refused?.fields} message={refused?.error} />
      {isEditable ? (
        <LetterEditor key={letter.version} {...letter} wrong={refused?.fields} />
      ) : (
        <LetterSheet {...letter} />
      )}
    </>
  );
}

/** A letter on its way is read again until it has left. */
function useFreshness(isMoving: boolean) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isMoving || state !== "idle") return;
    const timer = setTimeout(revalidate, 1_500);
    return () => clearTimeout(timer);
  }, [isMoving, state, revalidate]);
}
