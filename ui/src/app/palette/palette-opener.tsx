import { Suspense, lazy, useState } from "react";
import { KeyShown, useCommands } from "../../keys/index.ts";

const Palette = lazy(async () => ({ default: (await import("./palette.tsx")).Palette }));

/** The button of the palette, which Ctrl-K presses too; the palette itself is loaded when it is first wanted. */
export function PaletteOpener() {
  const [isOpen, setOpen] = useState(false);
  useCommands({ palette: () => setOpen(true) });
  return (
    <>
      <button type="button" className="shell-find" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Find or do… <KeyShown keys="Ctrl+k" />
      </button>
      {isOpen && (
        <Suspense>
          <Palette close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
