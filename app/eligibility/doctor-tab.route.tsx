import { Panel } from "~/ui/panel";
import { assess } from "./assess";
import { CriteriaTable } from "./criteria-table";
import { explainVerdict } from "./explain";
import "./doctor-tab.css";
import { useDoctorFile } from "./doctor-file";
import { priorityOf } from "./priority";
import { PriorityParts } from "./priority-parts";
import { smallestChange } from "./smallest-change";
import { versionOn } from "./versions";
import { VersionsInTime } from "./versions-in-time";

/** Judged here and now from the facts the frame hands over: nothing on this tab is a stored answer, except where it says so. */
export default function EligibilityTab() {
  const file = useDoctorFile();
  const { facts, today } = file;
  const version = versionOn(today, "INDIVIDUAL")!;
  const assessment = assess(facts, version, today);
  const change = smallestChange(facts, version, today);
  return (
    <div className="stack stack-loose">
      <Panel title={`Critères selon ${version.name}`}>
        {change && (
          <p className="what-would-change">
            Ce qui changerait la réponse : {change.steps.map(({ sentence }) => sentence).join(" ")}
          </p>
        )}
        {!change && assessment.verdict === "no" && <p className="what-would-change">{explainVerdict(assessment)}</p>}
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
