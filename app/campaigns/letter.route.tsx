import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { enter, readSearch, submit } from "~/access/doorway.server";
import { actOnLetter } from "./letters/acting.server";
import { openLetter } from "./letters/letter.server";
import { LetterDesk } from "./letters/letter-desk";
import { letterForm, letterSearch } from "./letters/letters.form";
import "./letters/letters.css";
import "./letters/preview.css";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.name ?? "Lettre"} · Tandem` }];

export async function loader(args: LoaderFunctionArgs) {
  const { version } = readSearch(args.request, letterSearch);
  return enter(args, "letter.read", (ctx) => openLetter(ctx, args.params.letterId, version));
}

export async function action(args: ActionFunctionArgs) {
  return submit(args, "letter.manage", letterForm, async (ctx, act) => {
    const acted = await actOnLetter(ctx, args.params.letterId!, act);
    return "goTo" in acted ? redirect(acted.goTo) : acted;
  });
}

export default function Letter() {
  const letter = useLoaderData<typeof loader>();
  return (
    <div className="page page-wide">
      <LetterDesk key={`${letter.id}-${letter.takenFrom}`} {...letter} />
    </div>
  );
}
