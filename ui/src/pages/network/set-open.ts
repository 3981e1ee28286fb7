/** Whether the panel of the set is open: on a telephone it would cover the picture, so there it waits to be asked for. */
export const isSetOpen = (panel: string | undefined): boolean =>
  panel === "set" || (panel === undefined && !matchMedia("(max-width: 699px)").matches);
