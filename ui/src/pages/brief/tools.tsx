import { useMutation } from "@tanstack/react-query";
import { callApi } from "../../api/call.ts";
import { announce, downloadText } from "../../parts/index.ts";

/** Print the brief, or take it along as the files that the last run wrote. */
export function BriefTools() {
  const download = useMutation({
    mutationFn: (form: "html" | "md") => callApi("GET /api/brief/:form", { params: { form } }),
    onSuccess: ({ name, text }) => downloadText(name, text),
    onError: (error) => announce(error.message),
  });
  return (
    <>
      <button type="button" onClick={() => window.print()}>
        Print
      </button>
      <button type="button" onClick={() => download.mutate("html")}>
        HTML
      </button>
      <button type="button" onClick={() => download.mutate("md")}>
        Markdown
      </button>
    </>
  );
}
