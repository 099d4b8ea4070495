import { useEffect, useState } from "react";
import { DoctorRows } from "~/doctors/doctor-rows";
import { countOf } from "~/format/numbers";
import { LinkButton } from "~/ui/button";
import { Panel } from "~/ui/panel";
import { Builder } from "./builder";
import type { Choices } from "./choices";
import { type Group, type Node, writeCriteria } from "./criteria";
import { complete, isComplete } from "./edit";
import { FiguresPanel } from "./figures-panel";
import { MovesPanel } from "./moves-panel";
import { asksNearness } from "./near-misses";
import { type ShownFigures, useFigures } from "./use-figures";

interface WorkbenchProps {
  opened: { criteria: Group; choices: Choices; figures: ShownFigures | null; problem: string | null };
  /** Of a saved segment: its id, and what it keeps. */
  saved: { id: string; kept: string } | null;
  /** Nobody changes it from here: its sentence and its figures only. */
  isReading: boolean;
  /** What stands on screen, whenever it changes, as text. */
  tell: (text: string) => void;
}

/** The builder, what it says and whom it finds. The address follows, so that it can be sent as a link. */
export function Workbench({ opened, saved, isReading, tell }: WorkbenchProps) {
  const [criteria, setCriteria] = useState(opened.criteria);
  const text = writeCriteria(complete(criteria));
  const { figures, problem, isCounting } = useFigures(text, opened, saved?.id ?? null);
  useEffect(() => {
    tell(text);
    followInAddress(text, saved?.kept ?? null);
  }, [text, tell, saved?.kept]);
  const removePart = (rank: number) => {
    const said = criteria.of.filter(isComplete)[rank];
    setCriteria({ ...criteria, of: criteria.of.filter((node: Node) => node !== said) });
  };
  return (
    <>
      <p className="lead segment-sentence">{figures?.sentence}</p>
      <div className="segment-workbench">
        {!isReading && <Builder criteria={criteria} choices={opened.choices} change={setCriteria} />}
        <FiguresPanel
          figures={figures}
          problem={problem}
          isCounting={isCounting}
          removePart={isReading ? null : removePart}
        />
        <div className="segment-found stack">
          {figures && figures.count > 0 && (
            <First
              criteria={complete(criteria)}
              isReading={isReading}
              figures={figures}
              saved={saved}
              isSaved={text === saved?.kept}
            />
          )}
          {figures?.moves && <MovesPanel moves={figures.moves} />}
        </div>
      </div>
    </>
  );
}

interface FirstProps {
  criteria: Group;
  isReading: boolean;
  figures: ShownFigures;
  saved: WorkbenchProps["saved"];
  isSaved: boolean;
}

function First({ criteria, isReading, figures, saved, isSaved }: FirstProps) {
  const { first, count } = figures;
  const order = asksNearness(criteria) ? "au plus près du seuil" : "par priorité";
  const isWhole = count <= first.length;
  const all =
    isSaved && saved ? (
      <LinkButton to={`/medecins?segment=${saved.id}`} kind="quiet" icon="arrow-right">
        Voir {count === 1 ? "ce médecin" : `ces ${countOf(count, "médecin")}`}
      </LinkButton>
    ) : (
      !isWhole && !isReading && <span className="small soft">Enregistrez le segment pour voir la liste entière.</span>
    );
  return (
    <Panel title={isWhole ? `${countOf(count, "médecin")}, ${order}` : `Les dix premiers, ${order}`} aside={all}>
      <DoctorRows
        label="Premiers médecins du segment"
        rows={first}
        list={saved && isSaved ? `segment=${saved.id}` : ""}
      />
    </Panel>
  );
}

/** Without a navigation: nothing is to be loaded again, the figures come by themselves. */
function followInAddress(text: string, kept: string | null): void {
  const address = new URL(window.location.href);
  address.searchParams.delete("fait");
  const isAsKept = text === kept || (kept === null && text === writeCriteria({ match: "all", of: [] }));
  if (isAsKept) address.searchParams.delete("criteres");
  else address.searchParams.set("criteres", text);
  if (address.href !== window.location.href) window.history.replaceState(window.history.state, "", address);
}
