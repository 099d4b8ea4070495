import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { enter, readSearch } from "~/access/doorway.server";
import { Icon } from "~/ui/icon";
import { writeAsk } from "./ask";
import { FaceToFaceCards } from "./face-to-face";
import { SendLetter } from "./send-letter";
import { simulationSearch } from "./simulation.form";
import { openFaceToFace } from "./simulation.server";
import "./simulation.css";
import "./face-to-face.css";

export const meta: MetaFunction = () => [{ title: "L'aide à l'emploi d'un assistant médical" }];

export async function loader(args: LoaderFunctionArgs) {
  const text = readSearch(args.request, simulationSearch);
  return enter(args, "doctor.read", (ctx) => openFaceToFace(ctx, args.params.doctorId, text));
}

/** The doctor looks at this screen too: large, the aid alone, nothing of the file. */
export default function FaceToFace() {
  const { doctorId, name, fund, shown, reach } = useLoaderData<typeof loader>();
  return (
    <main className="face" id="contenu">
      <h1 className="visually-hidden">L'aide à l'emploi d'un assistant médical</h1>
      <header className="face-head">
        <p>
          {name} <span className="soft">{fund}</span>
        </p>
        <Link to={`/medecins/${doctorId}/simulation?${writeAsk(shown.ask)}`} className="face-close" replace>
          <Icon name="cross" />
          <span>Fermer</span>
        </Link>
      </header>
      <FaceToFaceCards shown={shown}>
        {reach && <SendLetter doctorId={doctorId} ask={shown.ask} reach={reach} />}
      </FaceToFaceCards>
    </main>
  );
}
