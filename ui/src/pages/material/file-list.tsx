import { useQuery } from "@tanstack/react-query";
import { overviewQuestions } from "../../api/overview-questions.ts";
import { Asked, PageFrame } from "../../parts/index.ts";
import { Sources } from "../overview/sources.tsx";
import "../overview/overview.css";

/** Every file of the case; each opens as it was read. */
export function FileList() {
  const files = useQuery(overviewQuestions.files);
  return (
    <PageFrame title="Material">
      <div className="material-list">
        <Asked query={files} rows={10}>
          {({ files }) => <Sources files={files} />}
        </Asked>
      </div>
    </PageFrame>
  );
}
