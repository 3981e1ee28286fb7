/** A name of another people: Latin, and Cyrillic as a Russian bank writes it. */
export interface OtherName {
  readonly family: string;
  readonly given: string;
  readonly familyCyrillic: string;
  readonly givenCyrillic: string;
  readonly woman: boolean;
}

type Written = readonly [latin: string, cyrillic: string];

interface People {
  readonly country: string;
  readonly families: readonly Written[];
  readonly men: readonly Written[];
  readonly women: readonly Written[];
}

const written = (text: string): readonly Written[] =>
  text.split(" ").map((entry) => {
    const [latin = "", cyrillic = ""] = entry.split("/");
    return [latin.replaceAll("_", " "), cyrillic.replaceAll("_", " ")] as const;
  });

/** Peoples of the other countries of the case, each with its commonest names. */
export const OTHER_PEOPLES: readonly People[] = [
  {
    country: "MY",
    families: written(
      "bin_Ismail/бин_Исмаил bin_Hassan/бин_Хассан bin_Osman/бин_Осман bin_Yusof/бин_Юсоф bin_Rahman/бин_Рахман bin_Salleh/бин_Саллех",
    ),
    men: written("Azman/Азман Faizal/Файзал Hafiz/Хафиз Nizam/Низам Razali/Разали Shahrul/Шахрул"),
    women: written("Aishah/Айша Noraini/Норайни Rohana/Рохана"),
  },
  {
    country: "LV",
    families: written(
      "Berzins/Берзиньш Kalnins/Калниньш Ozolins/Озолиньш Liepins/Лиепиньш Krumins/Круминьш Vitols/Витолс",
    ),
    men: written("Janis/Янис Andris/Андрис Juris/Юрис Edgars/Эдгарс Maris/Марис"),
    women: written("Inga/Инга Kristine/Кристине Ilze/Илзе"),
  },
  {
    country: "CY",
    families: written(
      "Georgiou/Георгиу Christodoulou/Христодулу Ioannou/Иоанну Nicolaou/Николау Charalambous/Хараламбус",
    ),
    men: written("Andreas/Андреас Costas/Костас Michalis/Михалис Panayiotis/Панайотис"),
    women: written("Maria/Мария Eleni/Элени Despina/Деспина"),
  },
  {
    country: "AE",
    families: written("Al_Mansoori/Аль-Мансури Al_Suwaidi/Аль-Сувайди Rahimi/Рахими Siddiqui/Сиддики Nair/Наир"),
    men: written("Khalid/Халид Omar/Омар Tariq/Тарик Suresh/Суреш Farhad/Фархад"),
    women: written("Mariam/Мариам Leila/Лейла Anita/Анита"),
  },
  {
    country: "SG",
    families: written("Tan/Тан Lim/Лим Ng/Нг Koh/Ко Goh/Го Teo/Тео"),
    men: written("Wei_Liang/Вэй_Лян Boon_Huat/Бун_Хуат Kok_Seng/Кок_Сен Chee_Keong/Чи_Кеон"),
    women: written("Siew_Lan/Сиу_Лан Mei_Ling/Мэй_Лин Hui_Min/Хуэй_Мин"),
  },
];
