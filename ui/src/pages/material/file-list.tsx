import { useQuery } from "@tanstack/react-query";
import { callApi } from "../../api/call.ts";
import { Asked, PageFrame } from "../../parts/index.ts";
import { Sources } from "../overview/sources.tsx";
import "../overview/overview.css";

/** Every file of the case; each opens as it was read. */
export function FileList() {
  const files = useQuery({ queryKey: ["files"], queryFn: ({ signal }) => callApi("GET /api/files", {}, signal) });
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
