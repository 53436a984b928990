/** Days as people write them → AAAA-MM-DD; as `mending.py` and `days.py`. */

import { isDay } from "../estado/dia.js";
import { CEREMONY } from "./tablas.js";
import { pattern, wholePattern } from "./texto.js";

const DAY_FORMS = Object.keys(CEREMONY.patterns)
  .filter((name) => /^day\d/.test(name))
  .map(wholePattern);
const WEEKDAY = pattern("weekday");
const SHORT_YEAR = wholePattern("shortYear");
const BY_NUMBERS = wholePattern("byNumbers");
const EPOCH = Date.UTC(1899, 11, 30);
const DAY_SPAN = 86_400_000;
const FIRST_SERIAL = 10_000;
const LAST_SERIAL = 75_000;

/**
 * The day that a text means; the text itself where it is none.
 * @param {string} text
 */
export function readDay(text) {
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return ofSerial(Number(text)) || text;
  const bare = text.replace(WEEKDAY, "");
  return mendedDay(unquoted(bare)) || bare;
}

/**
 * Whether a day has a year of two digits, which may be of either century.
 * @param {string} text
 */
export function hasShortYear(text) {
  return SHORT_YEAR.test(text);
}

/**
 * Whether a text is a day that a record may hold.
 * @param {string} text
 */
export function isRecordDay(text) {
  const [first, last] = CEREMONY.years;
  return isDay(text) && Number(text.slice(0, 4)) >= first && Number(text.slice(0, 4)) <= last;
}

/**
 * Why a text in the right form is no day; "" for any other writing.
 * @param {string} text
 */
export function whyNoDay(text) {
  const [, year, month, day] = (/^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text) || []).map(Number);
  const [first, last] = CEREMONY.years;
  if (year === undefined) return "";
  if (year < first || year > last) return `se espera un año de ${first} a ${last}`;
  if (month < 1 || month > 12) return "los meses van de 01 a 12";
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day >= 1 && day <= length ? "" : `${CEREMONY.monthNames[month - 1]} de ${year} tiene ${length} días`;
}

/**
 * The first two numbers of a day written with numbers alone, as they stand.
 * @param {string} text
 */
export function firstNumbers(text) {
  const match = BY_NUMBERS.exec(text);
  return match ? [Number(match[1]), Number(match[2])] : null;
}

/** @param {number} serial */
function ofSerial(serial) {
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return "";
  return new Date(EPOCH + Math.floor(serial) * DAY_SPAN).toISOString().slice(0, 10);
}

/** @param {string} text */
function mendedDay(text) {
  if (text.length > 200) return "";
  for (const form of DAY_FORMS) {
    const parts = form.exec(text.toLowerCase())?.groups;
    if (!parts) continue;
    const month = parts.n === undefined ? Number(parts.m) : CEREMONY.months[parts.n] || 0;
    const iso = `${parts.y}-${String(month).padStart(2, "0")}-${String(Number(parts.d)).padStart(2, "0")}`;
    return isRecordDay(iso) ? iso : "";
  }
  return "";
}

/**
 * A text without the quotes and spaces around it.
 * @param {string} text
 */
export function unquoted(text) {
  const isQuote = (/** @type {string | undefined} */ sign) => sign !== undefined && CEREMONY.quotes.includes(sign);
  let [start, end] = [0, text.length];
  while (start < end && isQuote(text[start])) start += 1;
  while (end > start && isQuote(text[end - 1])) end -= 1;
  return text.slice(start, end);
}
