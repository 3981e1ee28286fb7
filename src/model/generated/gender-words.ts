// Generated from resources/model/gender-words.tsv by npm run generate; do not edit.
// What: words for a person's sex or gender in material.
// Columns: FollowTheMoney code, words separated by |
// source: own work: English, Korean, Chinese, Russian
// licence: Apache-2.0
export const rows: readonly (readonly string[])[] = [
  ["male","m|male|man|mr|mr.|masculine|남|남자|남성|男|男性|м|муж|муж.|мужской|мужчина"],
  ["female","f|female|woman|w|mrs|ms|mrs.|ms.|feminine|여|여자|여성|녀|녀자|녀성|女|女性|ж|жен|жен.|женский|женщина"],
  ["other","o|other|x|diverse|기타|其他|другой|иной"],
];
