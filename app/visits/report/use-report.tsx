import { useNavigate, useRevalidator } from "@remix-run/react";
import { type FormEvent, useEffect, useState } from "react";
import { type Draft, draftText, emptyDraft, fieldsOf, readDraft } from "./draft";
import { type Delivery, draftKeyOf } from "./parcel";
import { hand, keep, kept, newId, sayParcelsChanged } from "./phone";

export type About =
  | { readonly intent: "report"; readonly visitId: string }
  | { readonly intent: "meeting"; readonly doctorId: number };

export interface ReportSubject {
  readonly me: string;
  readonly about: About;
  readonly label: string;
  readonly page: string;
  readonly spareId: string;
}

export const REPORT_FORM = "report";

function subjectOf(about: About): string {
  return about.intent === "report" ? about.visitId : `medecin-${about.doctorId}`;
}

/** The report being written: kept on the phone at each tap, sent once, and there again if the page was closed. */
export function useReport({ me, about, label, page, spareId }: ReportSubject) {
  const key = draftKeyOf(me, subjectOf(about));
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(spareId));
  const [delivery, setDelivery] = useState<Delivery | null>(null);
  const [isSending, setSending] = useState(false);
  const [isKept, setKept] = useState(true);
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();

  useEffect(() => setDraft({ ...(readDraft(kept(key)) ?? emptyDraft(newId())), ...tappedBefore() }), [key]);

  const change = (part: Partial<Draft>) => {
    const changed = { ...draft, ...part };
    setDraft(changed);
    setKept(keep(key, draftText(changed)));
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    const about_ = Object.entries(about).map(([name, value]): [string, string] => [name, String(value)]);
    const parcel = { id: draft.id, label, fields: [...about_, ...fieldsOf(draft)], page, draftKey: key, refusal: null };
    const told = await hand(me, parcel);
    setDelivery(told);
    setSending(false);
    sayParcelsChanged();
    if (told.kind === "received") navigate(told.next, { replace: true });
    if (told.kind === "refused") revalidate();
  };
  return { draft, change, send, delivery, isSending, isKept };
}

/** What a quick thumb has done before the scripts were there: it counts. */
function tappedBefore(): Partial<Draft> {
  const form = document.getElementById(REPORT_FORM);
  if (!(form instanceof HTMLFormElement)) return {};
  const typed = new FormData(form);
  const result = typed.get("result") as Draft["result"];
  const note = String(typed.get("note") ?? "");
  return { ...(result ? { result } : {}), ...(note === "" ? {} : { note }) };
}
