declare const brand: unique symbol;

/** A value whose type carries the proof that it was parsed: two brands of one base type cannot be swapped; a brand of a brand is both. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: { readonly [Own in Name]: true } };
