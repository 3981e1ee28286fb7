declare const brand: unique symbol;

/** A value whose type carries the proof that it was parsed: two brands of one base type cannot be swapped. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
