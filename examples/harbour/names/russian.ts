/** A Russian name in Cyrillic. */
export interface RussianName {
  readonly family: string;
  readonly given: string;
  readonly patronymic: string;
}

const counted = (text: string): readonly (readonly [string, number])[] =>
  text.split(" ").map((entry) => {
    const [, word = "", weight = "1"] = /^(\D+)(\d+)$/u.exec(entry) ?? [];
    return [word, Number(weight)] as const;
  });

/** Masculine surnames; the feminine adds "а". */
export const RUSSIAN_SURNAMES = counted(
  "Иванов20 Смирнов19 Кузнецов16 Попов14 Васильев12 Петров11 Соколов10 Михайлов9 Новиков9 Фёдоров8 Морозов8 Волков8 Алексеев7 Лебедев7 Семёнов7 Егоров6 Павлов6 Козлов6 Степанов6 Николаев5 Орлов5 Андреев5 Макаров5 Никитин5 Захаров4 Зайцев4 Соловьёв4 Борисов4 Яковлев4 Григорьев4 Романов4 Воробьёв4 Сергеев3 Фролов3 Жуков3 Щербаков2 Цветков2 Хохлов2 Ершов2 Шубин1",
);
export const RUSSIAN_MEN = counted(
  "Александр20 Сергей19 Владимир15 Андрей14 Алексей13 Николай11 Дмитрий11 Михаил9 Евгений8 Юрий8 Виктор7 Игорь7 Олег6 Павел5 Константин4 Григорий3 Борис3 Вячеслав3 Валерий4 Геннадий3",
);
export const RUSSIAN_WOMEN = counted(
  "Елена18 Ольга16 Наталья15 Татьяна14 Ирина13 Светлана11 Анна10 Марина8 Людмила7 Галина6 Юлия6 Екатерина6",
);
export const RUSSIAN_FATHERS = counted(
  "Александров18 Владимиров16 Николаев15 Сергеев12 Иванов12 Викторов10 Михайлов9 Анатольев8 Петров7 Юрьев6 Борисов4 Геннадьев4",
);

/** Systems that write Russian in Latin letters. */
export type RussianSystem = "bgn" | "iso" | "icao" | "german";

/** Writes Cyrillic in Latin letters by the named system. */
export const transliterate = (text: string, system: RussianSystem): string =>
  [...text]
    .map((letter, index) => {
      const lower = letter.toLowerCase();
      const before = text[index - 1]?.toLowerCase() ?? "";
      const latin = yeAtStart(lower, before, system) ?? SYSTEMS[system][lower] ?? COMMON[lower] ?? letter;
      return letter === lower ? latin : latin.charAt(0).toUpperCase() + latin.slice(1);
    })
    .join("");

const COMMON: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  е: "e",
  ё: "e",
  ж: "zh",
  з: "z",
  и: "i",
  й: "y",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
};

const SYSTEMS: Readonly<Record<RussianSystem, Readonly<Record<string, string>>>> = {
  bgn: { ё: "yo" },
  iso: { ж: "ž", х: "h", ц: "c", ч: "č", ш: "š", щ: "ŝ", ю: "û", я: "â", ё: "ë", э: "è", й: "j" },
  icao: { й: "i", ю: "iu", я: "ia", ъ: "ie", ё: "e" },
  german: {
    ж: "sch",
    з: "s",
    в: "w",
    х: "ch",
    ц: "z",
    ч: "tsch",
    ш: "sch",
    щ: "schtsch",
    ю: "ju",
    я: "ja",
    й: "i",
    ё: "jo",
  },
};

const yeAtStart = (letter: string, before: string, system: RussianSystem): string | undefined =>
  system === "bgn" && letter === "е" && (before === "" || "аеёиоуыэюяьъ".includes(before)) ? "ye" : undefined;
