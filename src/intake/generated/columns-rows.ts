// Generated from resources/intake/columns-rows.tsv by npm run generate; do not edit.
// What: how rows begin that stand between the data rows and are no data.
// Columns: kind (total: sums rows; balance: carries a balance; end: closes a list), language (empty: several), phrases separated by |; matched as in columns-headers.tsv
// source: bank statements and account books in English, Korean, Chinese, Russian; own work
// licence: Apache-2.0
export const rows: readonly (readonly string[])[] = [
  ["total","","total|totals|subtotal|sub total|subtotals|grand total|sum|sum total|total amount|monthly total|page total|daily total|total for the period|turnover|total turnover|quarterly total|yearly total|annual total|overall total|합계|총계|소계|누계|계|총합계|합계액|월계|일계|총합|월합계|년합계|연합계|분기계|루계|총누계|합 계|소 계|총 계|合计|总计|小计|累计|合計|總計|小計|累計|共计|共計|本月合计|本年累计|月计|日计|本页合计|总额|总和|итого|всего|подытог*|итог*|промежуточн* итог*|итого за период|всего за период|оборот*|обороты за период|итого оборот*|summe|zwischensumme|gesamt|gesamtsumme|suma"],
  ["balance","","opening balance|closing balance|balance brought forward|balance carried forward|brought forward|carried forward|carry forward|balance b f|balance c f|b f|c f|bf|cf|starting balance|beginning balance|ending balance|previous balance|balance as of|전기이월|이월|전월이월|차기이월|차월이월|이월잔액|기초잔액|기말잔액|전일잔액|이월금|기초잔고|기말잔고|전기이월금|전잔액|期初余额|期末余额|期初餘額|期末餘額|上期结余|承前页|过次页|上年结转|本期结余|结转|结转下页|上月结转|входящ* остат*|исходящ* остат*|входящ* сальдо|исходящ* сальдо|остаток на начало|остаток на конец|сальдо на начало|сальдо на конец|переходящ* остат*|перенос"],
  ["end","","end of list|end of report|end of statement|end|끝|이하여백|이하 여백|以下空白|完|конец|конец отчета|конец списка"],
];
