import { rawSql, type Sql } from "../store/index.ts";

/**
 * The comparable form of a value by its property type: names, texts and addresses without case, accents and
 * punctuation; numbers by value; identifiers by their letters and digits; dates to the day.
 */
export const valueKey = (type: string, value: string): Sql =>
  rawSql(`case
    when ${type} = 'date' then left(${value}, 10)
    when ${type} in ('identifier', 'phone', 'checksum')
      then coalesce(nullif(upper(regexp_replace(${value}, '[^\\p{L}\\p{N}*]', '', 'g')), ''), ${value})
    when ${type} = 'number' then coalesce(${numberText(value)}, ${value})
    when ${type} in ('country', 'gender', 'topic', 'language', 'email', 'url') then lower(${value})
    when regexp_full_match(${value}, '[0-9.,]+ ?%?') then coalesce(${numberText(`rtrim(${value}, ' %')`)}, ${value})
    else coalesce(nullif(trim(regexp_replace(strip_accents(lower(nfc_normalize(${value}))), '[^\\p{L}\\p{N}]+', ' ', 'g')), ''), ${value})
    end`);

const numberText = (value: string): string =>
  `regexp_replace(try_cast(${value} as decimal(24, 6))::varchar, '\\.?0+$', '')`;
