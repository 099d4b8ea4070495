import { useNavigate } from "@remix-run/react";
import { type FormEvent, useState } from "react";

interface Refusal {
  error: string;
  fields: Record<string, string[]>;
}

const CUT =
  "L'envoi a été interrompu. Rien n'a été modifié : vérifiez la connexion, puis envoyez de nouveau le fichier.";

/** Sends the form with a progress that cannot lie; without script the browser posts it all the same. */
export function useUpload() {
  const navigate = useNavigate();
  const [progress, setProgress] = useState<{ sent: number; total: number } | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const start = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const request = new XMLHttpRequest();
    request.open("POST", `${form.action || location.pathname}?_data=${encodeURIComponent(ROUTE)}`);
    request.upload.onprogress = ({ loaded, total }) => setProgress({ sent: loaded, total });
    request.onerror = request.onabort = () => end({ error: CUT, fields: {} });
    request.onload = () => {
      const next = request.getResponseHeader("X-Remix-Redirect");
      if (next) return navigate(next);
      end(readRefusal(request.responseText));
    };
    const end = (why: Refusal) => {
      setProgress(null);
      setRefusal(why);
    };
    setRefusal(null);
    setProgress({ sent: 0, total: 1 });
    request.send(new FormData(form));
  };
  return { start, progress, refusal };
}

/** Remix answers with data, and not with a page, to requests that name the screen. */
const ROUTE = "imports/new.route";

function readRefusal(text: string): Refusal {
  try {
    const said = JSON.parse(text) as Partial<Refusal>;
    return { error: said.error ?? CUT, fields: said.fields ?? {} };
  } catch {
    return { error: CUT, fields: {} };
  }
}
