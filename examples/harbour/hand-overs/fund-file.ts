/** Where the workbook stands under `material/`. */
export const FUND_FILE = "h1-workbook/accounts-2016-2018.xlsx";
