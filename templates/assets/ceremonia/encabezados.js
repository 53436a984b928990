/** Rows → which of them is the header, and what each of its columns speaks of; as `headers.py`. */

import { fold } from "../search/fold.js";
import { CEREMONY } from "./tablas.js";
import { plainHeader } from "./texto.js";

/**
 * @typedef {string} Target  a table and a column of it: "empresas.rut"
 * @typedef {object} Header
 * @property {number} row  counted from 0
 * @property {string} table  "" for a plain list; else the table of `apl export` that this is
 * @property {Map<number, Target>} columns
 * @property {number[]} personal
 * @property {number[]} unknown
 * @property {string[]} names
 */

const FEWEST_NAMES = 2;
const PERSONAL_WORDS = new Set(CEREMONY.personal);
const ANYBODYS = new Set(CEREMONY.anybodys);
const BOOKS = CEREMONY.books.map((/** @type {any} */ book) => ({
  ...book,
  keys: new Set(book.keys),
  titles: new Set(book.titles),
}));

/**
 * How many cells of a row are names of columns.
 * @param {string[]} row
 */
export function knownNames(row) {
  const names = row.map(headerWords).filter(Boolean);
  const asList = names.filter((name) => Object.hasOwn(CEREMONY.headers, plainHeader(name))).length;
  const asBook = BOOKS.map(
    (/** @type {any} */ book) =>
      names.filter((name) => book.keys.has(fold(name)) || isNamedSo(book, plainHeader(name))).length,
  );
  return Math.max(asList, ...asBook);
}

/**
 * @param {any} book
 * @param {string} name
 */
function isNamedSo(book, name) {
  return book.keys.has(name) || book.titles.has(name);
}

/**
 * The likeliest header; null where no row holds two names of columns.
 * @param {string[][]} rows
 * @returns {Header | null}
 */
export function findHeader(rows) {
  let best = -1;
  let most = FEWEST_NAMES - 1;
  rows.slice(0, CEREMONY.deepest).forEach((row, number) => {
    const known = knownNames(row);
    const found = known + row.map(headerWords).filter(isPersonal).length;
    if (known && found > most) [best, most] = [number, found];
  });
  const found = best < 0 ? null : headerOf(rows, best);
  return found && (found.table || found.columns.size) ? found : null;
}

/**
 * @param {string[][]} rows
 * @param {number} number
 * @returns {Header}
 */
function headerOf(rows, number) {
  const names = rows[number].map(headerWords);
  const table = bookOf(names);
  const groups = number ? contactGroups(rows[number - 1].map(headerWords), names) : names.map(() => "");
  const personal = names.flatMap((name, at) => (name && isPersonal(`${groups[at]} ${name}`) ? [at] : []));
  /** @type {Map<number, Target>} */
  const columns = new Map();
  names.forEach((name, at) => {
    const target = listTarget(name, groups[at]);
    if (target && !personal.includes(at)) columns.set(at, target);
  });
  const isUnknown = (/** @type {number} */ at) => names[at] && !columns.has(at) && !personal.includes(at);
  return { row: number, table, columns, personal, names, unknown: [...names.keys()].filter(isUnknown) };
}

/**
 * The table whose keys these names all are, as `apl export` writes them.
 * @param {string[]} names
 */
function bookOf(names) {
  const words = names.filter(Boolean).map(fold);
  const whole = BOOKS.find(
    (/** @type {any} */ book) =>
      words.every((word) => book.keys.has(word)) &&
      book.places.some((/** @type {string} */ place) => words.includes(place)),
  );
  return whole ? whole.name : "";
}

/**
 * For each column a contact's word that holds for the names and RUTs below and after it.
 * @param {string[]} above
 * @param {string[]} names
 */
function contactGroups(above, names) {
  let current = "";
  return names.map((name, at) => {
    const word = above[at] || "";
    const isAnybodys = ANYBODYS.has(plainHeader(name)) || isPersonal(name);
    if (word || !isAnybodys) current = isPersonal(word) && isAnybodys ? word : "";
    return current;
  });
}

/**
 * @param {string} name
 * @param {string} group
 * @returns {Target}
 */
function listTarget(name, group) {
  const tried = group ? [`${name} ${group}`, `${group} ${name}`, name] : [name];
  for (const words of tried) {
    const key = plainHeader(words);
    if (words.trim() && Object.hasOwn(CEREMONY.headers, key)) return CEREMONY.headers[key].join(".");
  }
  return "";
}

/**
 * Whether the words say that a column holds somebody's name, telephone or address.
 * @param {string} header
 */
export function isPersonal(header) {
  const folded = fold(header);
  return folded.split(" ").some((word) => PERSONAL_WORDS.has(word)) || folded.includes("e mail");
}

/**
 * How good a name a header is for its column: the least where several mean the same.
 * @param {Target} target
 * @param {string} header
 */
export function headerRank(target, header) {
  const names = (CEREMONY.usual[target] || [""]).map(plainHeader);
  const at = names.indexOf(plainHeader(header));
  return at < 0 ? names.length : at;
}

/** @param {string} cell */
function headerWords(cell) {
  return cell.replace(/\u00a0/g, " ").split(/\s+/).filter(Boolean).join(" ");
}
