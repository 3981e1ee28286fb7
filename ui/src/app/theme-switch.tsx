import { useTheme, type Theme } from "../theme/theme.ts";

const words: Readonly<Record<Theme, string>> = { system: "System", light: "Light", dark: "Dark" };

/** Light, dark, or as the machine is set. */
export function ThemeSwitch() {
  const [theme, choose] = useTheme();
  return (
    <select aria-label="Light or dark" value={theme} onChange={(event) => choose(event.target.value as Theme)}>
      {Object.entries(words).map(([value, word]) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </select>
  );
}
