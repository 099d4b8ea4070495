import { Panel } from "~/ui/panel";
import { assess } from "./assess";
import { CounterfactualPanel } from "./counterfactual-panel";
import { CriteriaTable } from "./criteria-table";
import "./doctor-tab.css";
import { useDoctorFile } from "./doctor-file";
import { priorityOf } from "./priority";
import { PriorityParts } from "./priority-parts";
import { versionOn } from "./versions";
import { VersionsInTime } from "./versions-in-time";

/** Judged here and now from the facts the frame hands over: nothing on this tab is a stored answer, except where it says so. */
export default function EligibilityTab() {
  const file = useDoctorFile();
  const { facts, today } = file;
  const version = versionOn(today, "INDIVIDUAL")!;
  const assessment = assess(facts, version, today);
  return (
    <div className="stack stack-loose">
      <CounterfactualPanel facts={facts} version={version} assessment={assessment} today={today} />
      <Panel title={`Critères selon ${version.name}`}>
        <CriteriaTable criteria={assessment.criteria} file={file} />
      </Panel>
      <Panel title="Pourquoi cette priorité">
        <PriorityParts
          priority={priorityOf(file.priority, assessment.verdict, file.weights, today)}
          stored={file.stored}
        />
      </Panel>
      <Panel title="Avant et après, texte par texte">
        <VersionsInTime facts={facts} />
      </Panel>
    </div>
  );
}
