/** Stands where a value is missing, with the reason. */
export const Missing = ({ why }: { readonly why: string }) => (
  <span className="second" title={why}>
    <span aria-hidden="true">-</span>
    <span className="for-screen-readers">{why}</span>
  </span>
);
