/**
 * A refusal that a person can act on: the message says what is wrong, where, and what would be right.
 * The command line prints the message alone and exits with 2; anything else that is thrown is a bug.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
}
