/** The text of a cell → what a record holds for it, or why it holds none; as `values.py`. */

import { fold } from "../search/fold.js";
import { firstNumbers, hasShortYear, isRecordDay, readDay, unquoted, whyNoDay } from "./fechas.js";
import { readCiiu, readCode, readComuna, readRut } from "./clave.js";
import { personalData } from "./personales.js";
import { Refused } from "./rechazo.js";
import { CEREMONY } from "./tablas.js";
import { isBlank, pattern, tidy, wholePattern } from "./texto.js";

/**
 * @typedef {object} Column
 * @property {string} name
 * @property {string[]} path
 * @property {string} kind
 * @property {boolean} [list]
 * @property {boolean} [free]  whether it is a text that may hold no personal data
 * @property {string[]} [choices]
 * @property {Record<string, string>} [words]
 * @property {number} [least]
 * @property {number} [low]
 * @property {number} [high]
 * @property {string} [code]
 * @typedef {string | string[]} Value
 */

const SAYS_NOTHING = new Set(CEREMONY.empty);
const FORMULA_ERROR = wholePattern("error");
const SCIENTIFIC = wholePattern("scientific");
const ID_SHAPE = wholePattern("id");
const HOST_SHAPE = wholePattern("host");
const INTEGER = /^[-+]?[0-9]{1,18}$/;
const DECIMAL = /^[-+]?[0-9]{1,18}(\.[0-9]{1,9})?$/;

/**
 * What a cell says for its column; null where it says nothing. Throws `Refused`.
 * @param {string | undefined} cell
 * @param {Column} column
 * @returns {Value | null}
 */
export function readCell(cell, column) {
  const text = tidy(cell || "");
  if (SAYS_NOTHING.has(text)) return null;
  return column.list ? splitCell(text).map((one) => checkedCell(one, column)) : checkedCell(text, column);
}

/**
 * @param {string} text
 * @param {Column} column
 */
function checkedCell(text, column) {
  return (READERS[column.kind] || readText)(unspoilt(text), column);
}

/** @param {string} text */
function unspoilt(text) {
  if (text.includes("\ufffd")) throw new Refused("lost-letters", { value: text });
  if (FORMULA_ERROR.test(text.toUpperCase())) throw new Refused("error-cell", { value: text });
  if (SCIENTIFIC.test(text)) throw new Refused("lost-digits", { value: text });
  return text;
}

/** @type {Record<string, (text: string, column: Column) => string>} */
const READERS = {
  day: readDate,
  comuna: readComuna,
  ciiu: readCiiu,
  rut: readRut,
  code: readCode,
  flag: readFlag,
  integer: readInteger,
  decimal: readDecimal,
  address: readAddress,
  choice: readChoice,
  id: readId,
};
const PERSONAL_CODES = { email: "APL061", phone: "APL062", rut: "APL063" };

/**
 * @param {string} text
 * @param {Column} column
 */
function readText(text, column) {
  const found = column.free ? personalData(text) : null;
  if (found) throw new Refused(PERSONAL_CODES[found.kind], { value: "•••" });
  return text;
}

/** @param {string} text */
function readDate(text) {
  if (hasShortYear(text)) throw new Refused("short-year", { value: text });
  const day = readDay(text);
  const reason = isRecordDay(day) ? "" : whyNoDay(day);
  if (reason) throw new Refused("APL054", { value: day, reason });
  if (!isRecordDay(day)) throw new Refused("APL033", { value: day });
  return day;
}

/** @param {string} text */
function readFlag(text) {
  const word = fold(unquoted(text));
  if (CEREMONY.yes.includes(word) || text === "true") return "true";
  if (CEREMONY.no.includes(word) || text === "false") return "false";
  throw new Refused("APL039", { value: text });
}

/**
 * @param {string} text
 * @param {Column} column
 */
function readInteger(text, column) {
  const match = INTEGER.test(text) ? null : wholePattern("whole").exec(unquoted(text));
  const number = match ? match[1].replace(/[.\u00a0 ]/g, "") : text;
  if (!INTEGER.test(number)) throw new Refused("APL035", { value: text });
  if (column.least !== undefined && Number(number) < column.least) {
    throw new Refused("APL036", { value: number, minimum: column.least });
  }
  return number;
}

/**
 * @param {string} text
 * @param {Column} column
 */
function readDecimal(text, column) {
  const number = DECIMAL.test(text) ? text : mendedDecimal(unquoted(text)) || text;
  if (!DECIMAL.test(number)) throw new Refused("APL037", { value: text });
  const { low = -Infinity, high = Infinity } = column;
  if (Number(number) < low || Number(number) > high) throw new Refused("APL038", { value: number, low, high });
  return number;
}

/** @param {string} text */
function mendedDecimal(text) {
  const match = wholePattern("comma").exec(text);
  if (!match) return wholePattern("point").exec(text)?.[1] || "";
  const isGrouped = match[2] || match[1].split(".").length > 2;
  const whole = isGrouped ? match[1].replace(/\./g, "") : match[1];
  return match[2] ? `${whole}.${match[2]}` : whole;
}

/**
 * @param {string} text
 * @param {Column} column
 */
function readAddress(text, column) {
  const schemes = column.code === "APL048" ? ["http", "https"] : ["https"];
  if (isAddress(text, ["http", "https"])) {
    if (isAddress(text, schemes)) return text;
    throw new Refused("APL047", { value: text });
  }
  const bare = unquoted(text).replace(/\s+/g, "").replace(/^(https?:?)?\/*/i, "");
  if (`https://${bare}` !== text && isAddress(`https://${bare}`, ["https"])) return `https://${bare}`;
  throw new Refused(column.code || "APL047", { value: text });
}

/**
 * @param {string} text
 * @param {string[]} schemes
 */
function isAddress(text, schemes) {
  if (Array.from(text).length > CEREMONY.longest.address || /[\s<>"\\^`{|}]/.test(text)) return false;
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i.exec(text);
  if (!match || !schemes.includes(match[1].toLowerCase()) || match[2].includes("@")) return false;
  const [host, port = "1"] = match[2].toLowerCase().split(":");
  return host.includes(".") && HOST_SHAPE.test(host) && /^[0-9]{0,5}$/.test(port) && Number(port) < 65_536;
}

/**
 * @param {string} text
 * @param {Column} column
 */
function readChoice(text, column) {
  const { choices = [], words = {} } = column;
  if (choices.includes(text)) return text;
  const folded = fold(text);
  const bare = fold(text.replace(pattern("brackets", "g"), " ")).replace(pattern("around", "g"), "").trim();
  const known = [folded, bare].find((word) => Object.hasOwn(words, word));
  if (known === undefined) throw new Refused("no-choice", { value: text, choices: choices.join(", ") });
  return words[known];
}

/** @param {string} text */
function readId(text) {
  if (!isId(text)) throw new Refused("APL031", { value: text });
  return text;
}

/**
 * Whether a text has the form of an id.
 * @param {string} text
 */
export function isId(text) {
  return text.length <= CEREMONY.longest.id && ID_SHAPE.test(text);
}

/**
 * The values of a cell that holds several, one a line or between semicolons.
 * @param {string} text
 */
function splitCell(text) {
  const found = text.matchAll(/"((?:[^"]|"")*)" *(?:[;\n\r]|$)|([^;\n\r]+)/g);
  return Array.from(found, ([, quoted, plain]) =>
    quoted === undefined ? plain.trim() : quoted.replace(/""/g, '"'),
  ).filter(Boolean);
}

/**
 * The first two numbers of a cell's day; null for a cell that says nothing of the kind.
 * @param {string | undefined} cell
 */
export function monthAndDay(cell) {
  return isBlank(cell) ? null : firstNumbers(tidy(cell || ""));
}

/**
 * Whether two values of a column say the same, however they are written.
 * @param {Value | undefined} one
 * @param {Value | undefined} other
 * @param {Column} column
 */
export function isSame(one, other, column) {
  const meaning = (/** @type {Value | undefined} */ value) =>
    value === undefined ? "" : [value].flat().map((text) => (column.kind === "decimal" ? Number(text) : text)).join("\n");
  return meaning(one) === meaning(other);
}
