/** A custom property of CSS: computed sizes go through these, the rules stand in the style sheets. */
export type CssVariable = `--${string}`;

declare module "react" {
  interface CSSProperties {
    [name: CssVariable]: string | number | undefined;
  }
}
