import type { Random } from "../kit/random.ts";

/** The nine countries of the companies, by weight. */
export const COUNTRIES: readonly (readonly [string, number])[] = [
  ["CN", 24],
  ["HK", 16],
  ["RU", 14],
  ["KP", 12],
  ["SG", 8],
  ["MY", 8],
  ["AE", 8],
  ["CY", 5],
  ["LV", 5],
];

export const COUNTRY_NAMES: Readonly<Record<string, { en: string; ko: string; zh: string; ru: string }>> = {
  CN: { en: "China", ko: "중국", zh: "中国", ru: "Китай" },
  HK: { en: "Hong Kong", ko: "향항", zh: "香港", ru: "Гонконг" },
  RU: { en: "Russia", ko: "로씨야", zh: "俄罗斯", ru: "Россия" },
  KP: { en: "Korea, North", ko: "조선", zh: "朝鲜", ru: "КНДР" },
  SG: { en: "Singapore", ko: "싱가포르", zh: "新加坡", ru: "Сингапур" },
  MY: { en: "Malaysia", ko: "말레이시아", zh: "马来西亚", ru: "Малайзия" },
  AE: { en: "United Arab Emirates", ko: "아랍추장국", zh: "阿联酋", ru: "ОАЭ" },
  CY: { en: "Cyprus", ko: "끼쁘로스", zh: "塞浦路斯", ru: "Кипр" },
  LV: { en: "Latvia", ko: "라뜨비야", zh: "拉脱维亚", ru: "Латвия" },
  KN: { en: "Saint Kitts and Nevis", ko: "쎄인트 키츠", zh: "圣基茨", ru: "Сент-Китс" },
  KH: { en: "Cambodia", ko: "캄보쟈", zh: "柬埔寨", ru: "Камбоджа" },
};

const STREETS: Readonly<Record<string, readonly (readonly [street: string, city: string])[]>> = {
  CN: [
    ["Xinglong Street", "Dandong"],
    ["Binhai Road", "Dalian"],
    ["Taoyuan Road", "Shenyang"],
    ["Guangfu Lane", "Hunchun"],
  ],
  HK: [
    ["Lockhart Road", "Wan Chai"],
    ["Nathan Road", "Kowloon"],
    ["Des Voeux Road West", "Sheung Wan"],
  ],
  RU: [
    ["ul. Svetlanskaya", "Vladivostok"],
    ["ul. Lenina", "Khabarovsk"],
    ["ul. Portovaya", "Nakhodka"],
  ],
  KP: [
    ["Sungri Street", "Pyongyang"],
    ["Kwangbok Street", "Pyongyang"],
    ["Haean Road", "Wonsan"],
  ],
  SG: [
    ["Beach Road", "Singapore"],
    ["Cecil Street", "Singapore"],
  ],
  MY: [
    ["Jalan Ampang", "Kuala Lumpur"],
    ["Lebuh Pantai", "George Town"],
  ],
  AE: [
    ["Al Maktoum Road", "Dubai"],
    ["Corniche Street", "Sharjah"],
  ],
  CY: [
    ["Makarios Avenue", "Limassol"],
    ["Athens Street", "Nicosia"],
  ],
  LV: [
    ["Brivibas iela", "Riga"],
    ["Ostas iela", "Ventspils"],
  ],
};

export const addressIn = (random: Random, country: string): string => {
  const [street, city] = random.pick(STREETS[country] ?? STREETS["SG"] ?? []);
  const room = random.chance(0.5)
    ? `Room ${random.between(1, 24)}${random.pick(["", "0", "1", "2"])}${random.between(1, 9)}, `
    : "";
  return `${room}${random.between(1, 240)} ${street}, ${city}`;
};

/** The country of an address that `addressIn` made. */
export const countryOfAddress = (address: string): string =>
  Object.entries(STREETS).find(([, streets]) =>
    streets.some(([street, city]) => address.endsWith(`${street}, ${city}`)),
  )?.[0] ?? "";

/** An invented mobile number in E.164. */
export const mobileIn = (random: Random, country: string): string => {
  switch (country) {
    case "CN":
      return `+86${random.pick(["131", "136", "138", "150", "159", "186"])}${random.digits(8)}`;
    case "HK":
      return `+852${random.pick(["51", "61", "92", "96"])}${random.digits(6)}`;
    case "RU":
      return `+79${random.pick(["02", "14", "24", "51", "62"])}${random.digits(7)}`;
    case "KP":
      return `+850191${random.digits(7)}`;
    case "MY":
      return `+601${random.pick(["2", "6", "7"])}${random.between(2, 9)}${random.digits(6)}`;
    case "AE":
      return `+9715${random.pick(["0", "5", "6"])}${random.between(2, 9)}${random.digits(6)}`;
    case "CY":
      return `+35799${random.digits(6)}`;
    case "LV":
      return `+3712${random.between(0, 9)}${random.digits(6)}`;
    default:
      return `+65${random.pick(["81", "86", "91", "97"])}${random.digits(6)}`;
  }
};

export const passportOf = (random: Random, country: string): string => {
  switch (country) {
    case "KP":
      return `${random.pick(["563", "654", "745", "836"])}${random.digits(6)}`;
    case "CN":
      return `E${random.digits(8)}`;
    case "RU":
      return `${random.between(50, 75)} ${random.digits(7)}`;
    case "KN":
      return `RE${random.digits(7)}`;
    case "KH":
      return `N${random.digits(8)}`;
    default:
      return `${random.pick(["K", "A", "H"])}${random.digits(8)}`;
  }
};
