import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useEffect, useMemo, useState } from "react";
import { enter, submit } from "~/access/doorway.server";
import { dayOf } from "~/calendar/day";
import { readDoctorId } from "~/doctors/doctor.server";
import { numericDay } from "~/format/dates";
import { countOf } from "~/format/numbers";
import { NO_BREAK } from "~/format/typography";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { FormErrors } from "~/ui/form-errors";
import { PageHeader } from "~/ui/page-header";
import "./map/map.css";
import { placingForm } from "./placing/placing.form";
import { openPlacing, placePractice } from "./placing/placing.server";
import "./placing/placing.css";
import { PlacingDone } from "./placing/placing-done";
import { PlacingForm } from "./placing/placing-form";
import { PlacingMap } from "./placing/placing-map";
import { readPoint, writePoint } from "./placing/read-point";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Emplacement${data ? ` · ${data.doctor.name}` : ""} · Tandem` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { doctorId, placeId } = asked(args);
  const shown = await enter(args, "visit.plan", (ctx) => openPlacing(ctx, doctorId, placeId));
  return { ...shown, styleUrl: args.context.services.env.MAP_STYLE_URL };
}

export async function action(args: ActionFunctionArgs) {
  const { doctorId, placeId } = asked(args);
  return submit(args, "visit.plan", placingForm, async (ctx, ask) =>
    json({ error: "", fields: {}, done: await placePractice(ctx, doctorId, placeId, ask) }),
  );
}

/** `?lieu=` names another place of the doctor than the main one. */
function asked({ params, request }: LoaderFunctionArgs) {
  const place = new URL(request.url).searchParams.get("lieu");
  return { doctorId: readDoctorId(params.doctorId), placeId: place === null ? null : (readDoctorId(place) ?? 0) };
}

const FRANCE = { latitude: 46.6, longitude: 2.4 };

export default function Placing() {
  const { doctor, address, structure, commune, point: placed, source, ...shown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isBusy = useNavigation().state !== "idle";
  const { text, point, setText } = usePosition(placed);
  const done = answer && "done" in answer ? answer.done : null;
  return (
    <div className="page page-wide">
      <PageHeader
        back={{ to: `/medecins/${doctor.id}/cabinet`, label: doctor.name }}
        title={"Où se trouve le cabinet\u202f?"}
        intro={[structure, address].filter(Boolean).join(", ")}
      />
      {done && <PlacingDone done={done} />}
      {answer?.error && <FormErrors message={answer.error} problems={answer.fields} />}
      {!shown.hasPractice ? (
        <EmptyState
          icon="map-pin"
          title="Pas de cabinet à situer"
          why="L'annuaire ne donne pas d'adresse pour ce médecin."
          action={<LinkButton to={`/medecins/${doctor.id}`}>Revenir au médecin</LinkButton>}
        />
      ) : (
        <div className="placing">
          <PlacingMap
            styleUrl={shown.styleUrl}
            towns={shown.towns}
            start={commune ?? FRANCE}
            point={point}
            onMove={(moved) => setText(writePoint(moved))}
          />
          <div className="stack">
            <p>
              Cliquez sur la carte à l'endroit du cabinet, ou collez ses coordonnées.
              {shown.doctors > 1 && ` L'emplacement vaut pour les ${countOf(shown.doctors, "médecin")} de ce cabinet.`}
            </p>
            <p className="soft">
              {source
                ? `Emplacement connu depuis le ${numericDay(dayOf(source.placedAt))} (${source.words}).`
                : `Emplacement inconnu${commune ? `${NO_BREAK}: les distances sont comptées depuis le centre de ${commune.name}` : ""}.`}
            </p>
            <PlacingForm
              text={text}
              point={point}
              commune={commune}
              problems={answer?.fields}
              isBusy={isBusy}
              isPlaced={placed !== null}
              onType={setText}
            />
          </div>
        </div>
      )}
    </div>
  );
}

/** What is typed, and the point it names; saved or undone, the field says what is in force. */
function usePosition(placed: { latitude: number; longitude: number } | null) {
  const inForce = placed ? writePoint(placed) : "";
  const [text, setText] = useState(inForce);
  useEffect(() => setText(inForce), [inForce]);
  const point = useMemo(() => readPoint(text), [text]);
  return { text, point, setText };
}
