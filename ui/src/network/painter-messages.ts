import type { DisplayList, View } from "./display-list.ts";
import type { Hit } from "./hit-index.ts";
import type { Palette } from "./paint.ts";

/** How large a picture is and at how many pixels for one of CSS. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
}

/** What the painter is asked. A later `paint` takes the place of one that waits. */
export type PainterQuestion =
  | { readonly kind: "list"; readonly list: DisplayList }
  | { readonly kind: "paint"; readonly view: View; readonly sheet: Sheet; readonly palette: Palette }
  | { readonly kind: "hit"; readonly no: number; readonly view: View; readonly x: number; readonly y: number }
  | {
      readonly kind: "png";
      readonly no: number;
      readonly view: View;
      readonly sheet: Sheet;
      readonly palette: Palette;
      readonly lines: readonly string[];
    };

/** What it answers; a frame says for which view it was painted and how long that took. */
export type PainterAnswer =
  | {
      readonly kind: "frame";
      readonly bitmap: ImageBitmap;
      readonly view: View;
      readonly sheet: Sheet;
      readonly tookMs: number;
    }
  | { readonly kind: "hit"; readonly no: number; readonly hit: Hit }
  | { readonly kind: "png"; readonly no: number; readonly blob: Blob };
