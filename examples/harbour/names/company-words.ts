/** One word in the four languages of the books: English, Korean, simplified Chinese, and the Cyrillic spelling of the English. */
export interface Word {
  readonly en: string;
  readonly ko: string;
  readonly zh: string;
  readonly ru: string;
  /** A spelling that a near-twin or a careless clerk uses. */
  readonly near: string;
}

const words = (text: string): readonly Word[] =>
  text
    .trim()
    .split(/\s+/u)
    .map((entry) => {
      const [en = "", ko = "", zh = "", ru = "", near] = entry.replaceAll("_", " ").split("|");
      return { en, ko, zh, ru, near: near ?? en };
    });

export const FIRST_WORDS = words(`
Golden|금|金|Голден|Gold Silver|은|银|Сильвер Eastern|동방|东方|Истерн|East Northern|북방|北方|Нортерн|North Southern|남방|南方|Саузерн|South
Western|서방|西方|Вестерн|West Bright|광명|光明|Брайт Blue|푸른|蓝|Блю Red|붉은|红|Рэд White|흰|白|Уайт Grand|대|宏|Гранд New|새|新|Нью
Harbour|하버|港湾|Харбор|Harbor Lucky|행운|福|Лаки|Luck Royal|로얄|皇|Роял Pacific|태평양|太平洋|Пасифик|Pacifica Asia|아세아|亚洲|Азия|Asian
Yalu|압록|鸭绿|Ялу|Yaloo Tumen|두만|图们|Тумен|Tuman Amur|아무르|阿穆尔|Амур Delta|델타|三角|Дельта Summit|정상|峰顶|Саммит Morning|아침|晨|Морнинг
United|련합|联合|Юнайтед|Unity Triple|삼중|三重|Трипл Clear|맑은|清|Клир Iron|철|铁|Айрон Jade|옥|玉|Джейд Coral|산호|珊瑚|Корал Amber|호박|琥珀|Амбер
Cedar|세다|雪松|Седар Maple|단풍|枫|Мэйпл Long|긴|长|Лонг High|높은|高|Хай|Hi Noble|고귀|贵|Нобл Perfect|완미|美满|Перфект Star|별|星|Стар|Stars
Grey|회색|灰|Грей|Gray Inner|내항|内|Иннер Central|중앙|中央|Централ|Center`);

export const SECOND_WORDS = words(`
Crane|두루미|鹤|Крейн|Cranes Bridge|다리|桥|Бридж River|강|江|Ривер|Rivers Mountain|산|山|Маунтин|Mount Sun|해|阳|Сан Moon|달|月|Мун Wave|물결|浪|Вейв|Waves
Wind|바람|风|Винд|Winds Gate|관문|门|Гейт Tower|탑|塔|Тауэр|Towers Field|벌|田|Филд|Fields Forest|수림|林|Форест Stone|돌|石|Стоун Horse|말|马|Хорс
Tiger|범|虎|Тайгер Dragon|룡|龙|Дрэгон Eagle|수리개|鹰|Игл|Eagles Swallow|제비|燕|Своллоу Lotus|련꽃|莲|Лотос Orchid|란초|兰|Орхид Pearl|진주|珠|Перл
Anchor|닻|锚|Анкор Sail|돛|帆|Сейл|Sails Lantern|초롱|灯|Лантерн Ocean|대양|洋|Оушен|Oceanic Bay|만|湾|Бэй Island|섬|岛|Айленд|Isle Road|길|路|Роуд
Valley|골짜기|谷|Вэлли Spring|샘|泉|Спринг|Springs Garden|정원|园|Гарден|Gardens Compass|라침판|罗盘|Компас Horizon|지평선|天际|Горизонт Dawn|새벽|曙光|Дон
Falcon|매|隼|Фалкон Lake|호수|湖|Лейк Arrow|화살|箭|Эрроу Fortune|복|运|Фортуна Treasure|보물|宝|Трежер Link|련결|联|Линк`);

/** What a company does. The Russian is the Cyrillic spelling; `RUSSIAN_GENERIC` holds the translation. */
export const GENERIC_WORDS = words(`
Trading|무역|贸易|Трейдинг|Trade Shipping|해운|航运|Шиппинг|Ship Logistics|물류|物流|Логистикс|Logistic Import_Export|수출입|进出口|Импорт_Экспорт|Imp._Exp.
Construction|건설|建设|Констракшн|Construct Fisheries|수산|水产|Фишериз|Fishery Technology|기술|科技|Технолоджи|Tech Electronics|전자|电子|Электроникс|Electronic
Mining|광업|矿业|Майнинг|Mines Textile|피복|纺织|Текстиль|Textiles Catering|식당|餐饮|Кейтеринг|Restaurant Investment|투자|投资|Инвестмент|Invest
Consulting|상담|咨询|Консалтинг|Consult Machinery|기계|机械|Машинери|Machine Labour_Services|인력|劳务|Лейбор_Сервис|Labor_Service General|종합|综合|Дженерал|Universal`);

/** The generic word translated, not spelled, in Russian; in the order of `GENERIC_WORDS`. */
export const RUSSIAN_GENERIC =
  "Торговля|Судоходство|Логистика|Внешнеторговая|Строй|Рыбпром|Технологии|Электроника|Горнопром|Ткани|Общепит|Инвестиции|Консультации|Машины|Кадры|Универсал".split(
    "|",
  );

/** Abbreviations of the generic words; in the order of `GENERIC_WORDS`. */
export const SHORT_GENERIC =
  "Trdg|Shpg|Log.|I/E|Constr.|Fish.|Tech.|Elec.|Min.|Text.|Cat.|Inv.|Cons.|Mach.|Lab. Svc|Gen.".split("|");

/** Legal forms per country, the usual one first; the Chinese, Korean and Russian ones for books in those languages. */
export const LEGAL_FORMS: Readonly<Record<string, readonly string[]>> = {
  KP: ["Corporation", "Company", "Co.", "Corp."],
  CN: ["Co., Ltd.", "Company Limited", "Co Ltd", "Ltd."],
  HK: ["Limited", "Ltd", "Company Limited", "Co., Limited"],
  RU: ["LLC", "OOO", "Ltd.", "Co. Ltd"],
  SG: ["Pte. Ltd.", "Pte Ltd", "Private Limited", "Ltd"],
  MY: ["Sdn. Bhd.", "Sdn Bhd", "Ltd.", "SDN BHD"],
  AE: ["LLC", "L.L.C.", "FZE", "FZ-LLC"],
  CY: ["Ltd", "Limited", "Ltd.", "Holdings Ltd"],
  LV: ["SIA", "Ltd", "LLC", "S.I.A."],
};

export const LOCAL_FORMS = {
  ko: ["회사", "유한책임회사", "유한회사", "총회사"],
  zh: ["有限公司", "有限责任公司", "公司", "股份有限公司"],
  ru: ["ООО", "Общество с ограниченной ответственностью", "Компания", "ОАО"],
} as const;

export const BANK_KINDS = words(`
Commercial_Bank|상업은행|商业银行|Коммерческий_Банк|Comm._Bank Trade_Bank|무역은행|贸易银行|Торговый_Банк|Trading_Bank Savings_Bank|저축은행|储蓄银行|Сберегательный_Банк|Saving_Bank
Industrial_Bank|공업은행|工业银行|Промышленный_Банк|Ind._Bank Credit_Bank|신용은행|信用银行|Кредит_Банк|Credit_Bk Maritime_Bank|해운은행|海运银行|Морской_Банк|Marine_Bank`);
