/** The days of the index → numbers; the reader's day in Chile; days as people write them. */

import { IS_TRANSLATED } from "../idioma/decir.js";
import { EDITION } from "../idioma/edicion.js";
import { chileDay } from "../estado/dia.js";
import { decodeColumn } from "./columns.js";
import { unpack } from "./pack.js";

/** @typedef {import("./families.js").Families} Families */

const YEARS = 20;
const DAY = 86_400_000;
const DAY_FORM = new Intl.DateTimeFormat(EDITION.locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const BEFORE = Date.UTC(1899, 11, 31);

/**
 * @typedef {object} Days  0 is no day
 * @property {Int32Array} first  of each row
 * @property {Int32Array} last
 */

/**
 * @param {any} part  as `days.py` describes it
 * @param {Families} families
 * @returns {Days}
 */
export function decodeDays(part, families) {
  const starts = unpack(part.first);
  const ends = unpack(part.last).map((code, n) => lastDay(starts[n], code));
  const groups = Array.from(starts, (first, n) => [first, ends[n]]);
  const column = { groups, fresh: part.fresh, rows: part.rows };
  const { of } = decodeColumn(
    column,
    { like: null, unions: false },
    families.sizes,
    families.streams,
  );
  return { first: of.map((group) => starts[group]), last: of.map((group) => ends[group]) };
}

/**
 * "2027-05-12" as a number of days; 0 for "".
 * @param {string} iso
 */
export function dayNumber(iso) {
  return iso ? Math.round((Date.parse(`${iso}T00:00:00Z`) - BEFORE) / DAY) : 0;
}

/**
 * A number of days as "2027-05-12".
 * @param {number} day
 */
export function isoDay(day) {
  return day ? new Date(BEFORE + day * DAY).toISOString().slice(0, 10) : "";
}

/**
 * A number of days as people here write it, "12-05-2027", or as in the edition's language.
 * @param {number} day
 */
export function writtenDay(day) {
  if (IS_TRANSLATED) return DAY_FORM.format(BEFORE + day * DAY);
  return isoDay(day).split("-").reverse().join("-");
}

/** The reader's day in Chile, as a number. */
export function today() {
  return dayNumber(chileDay());
}

/**
 * @param {number} first
 * @param {number} code
 */
function lastDay(first, code) {
  if (code === 0 || code > YEARS) return code && code - YEARS;
  const start = new Date(BEFORE + first * DAY);
  start.setUTCFullYear(start.getUTCFullYear() + code);
  return Math.round((start.getTime() - BEFORE) / DAY);
}
