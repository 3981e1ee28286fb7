import { useId, useState, type FormEvent } from "react";
import { Chips } from "../../parts/index.ts";

interface WordChipsProps {
  readonly label: string;
  readonly words: readonly string[];
  /** What stands there where nobody is named. */
  readonly none: string;
  readonly onChange: (words: readonly string[]) => void;
}

/** Who is meant on one side: a name, an id, country:kp, schema:Company, topic:sanction or list:NAME, each a chip. */
export function WordChips({ label, words, none, onChange }: WordChipsProps) {
  const [text, setText] = useState("");
  const id = useId();
  const add = (event: FormEvent) => {
    event.preventDefault();
    const more = text
      .split(";")
      .map((word) => word.trim())
      .filter((word) => word !== "" && !words.includes(word));
    setText("");
    if (more.length > 0) onChange([...words, ...more]);
  };
  return (
    <form className="word-chips" onSubmit={add}>
      <label htmlFor={id}>{label}</label>
      {words.length === 0 ? (
        <span className="second">{none}</span>
      ) : (
        <Chips
          label={label}
          chips={words.map((word) => ({ id: word, words: wordsFor(word) }))}
          remove={(word) => onChange(words.filter((each) => each !== word))}
        />
      )}
      <input
        id={id}
        value={text}
        placeholder="+ name, country:kp"
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
      />
    </form>
  );
}

/** "country:kp" as "country KP". */
const wordsFor = (word: string): string =>
  word
    .replace(/^country:(.*)$/u, (_, country: string) => `country ${country.toUpperCase()}`)
    .replace(/^(schema|topic|list):/u, "$1 ");
