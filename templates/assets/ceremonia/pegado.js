/** Pasted text → rows of cells, whatever separates them; as `delimited.py`. */

import { knownNames } from "./encabezados.js";
import { CEREMONY } from "./tablas.js";

/** @typedef {string[][]} Rows */

const SEPARATORS = [";", ",", "\t", "|"];

/**
 * The likeliest reading; null where its quotes do not close.
 * @param {string} pasted
 * @returns {Rows | null}
 */
export function pastedRows(pasted) {
  const { text, told } = toldSeparator(pasted.replace(/^\ufeff/, ""));
  let best = /** @type {Rows | null} */ (null);
  for (const separator of told ? [told] : SEPARATORS) {
    const rows = separatedRows(text, separator);
    if (rows && (!best || isLikelier(rows, best))) best = rows;
  }
  return best && told ? [[], ...best] : best;
}

/** @param {string} text */
function toldSeparator(text) {
  const end = text.indexOf("\n");
  const first = text.slice(0, Math.max(0, end)).replace(/^[\r"]+|[\r"]+$/g, "").toLowerCase();
  if (first.length === 5 && first.startsWith("sep=")) return { text: text.slice(end + 1), told: first[4] };
  return { text, told: "" };
}

/**
 * @param {Rows} rows
 * @param {Rows} best
 */
function isLikelier(rows, best) {
  const [known, width] = scoreOf(rows);
  const [others, otherWidth] = scoreOf(best);
  return known > others || (known === others && width > otherWidth);
}

/** @param {Rows} rows */
function scoreOf(rows) {
  const head = rows.slice(0, CEREMONY.deepest);
  return [Math.max(0, ...head.map(knownNames)), Math.max(0, ...head.map((row) => row.length))];
}

/**
 * The rows of a text in which one sign separates the cells; null for quotes that make no sense.
 * @param {string} text
 * @param {string} separator
 * @returns {Rows | null}
 */
function separatedRows(text, separator) {
  /** @type {Rows} */
  const rows = [];
  let row = /** @type {string[]} */ ([]);
  let at = 0;
  while (at < text.length) {
    if (row.length === 0 && lineEnd(text, at)) {
      rows.push([]);
      at += lineEnd(text, at);
      continue;
    }
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, separator);
    if (!cell) return null;
    row.push(cell.value);
    at = cell.end;
    if (text[at] === separator) {
      at += 1;
      if (at === text.length) row.push("");
      else if (lineEnd(text, at)) row.push("");
      else continue;
    } else if (at < text.length && !lineEnd(text, at)) return null;
    at += lineEnd(text, at);
    rows.push(row);
    row = [];
  }
  if (row.length) rows.push(row);
  return rows;
}

/**
 * How many signs end the line here; 0 where it goes on.
 * @param {string} text
 * @param {number} at
 */
function lineEnd(text, at) {
  if (text[at] === "\r") return text[at + 1] === "\n" ? 2 : 1;
  return text[at] === "\n" ? 1 : 0;
}

/**
 * @param {string} text
 * @param {number} at
 */
function quotedCell(text, at) {
  let end = at + 1;
  while ((end = text.indexOf('"', end)) >= 0 && text[end + 1] === '"') end += 2;
  return end < 0 ? null : { value: text.slice(at + 1, end).replace(/""/g, '"'), end: end + 1 };
}

/**
 * @param {string} text
 * @param {number} at
 * @param {string} separator
 */
function plainCell(text, at, separator) {
  let end = at;
  while (end < text.length && text[end] !== separator && !lineEnd(text, end)) end += 1;
  return { value: text.slice(at, end), end };
}
