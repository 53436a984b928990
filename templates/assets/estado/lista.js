/** A pasted list, or some columns of a spreadsheet → the questions in it, one a row. */

import { fold } from "../search/fold.js";
import { isValidCode } from "./codigo.js";
import { rutOf } from "./rut.js";

/**
 * @typedef {object} PastedList
 * @property {string[]} questions
 * @property {string} heading  the first row, where it is a title and no question
 * @property {number} left  how many rows were too many
 */

export const MOST_QUESTIONS = 2000;
const LONGEST_QUESTION = 200;
const TITLES = new Set(
  gettext("rut|ruts|codigo|codigos|nombre|nombres|razon social|empresa|empresas|proveedor|proveedores|marca|certificado|certificados|sello|rut proveedor|rut empresa|nombre proveedor|nombre empresa|codigo certificado|codigo del certificado|rut del proveedor").split("|"),
);

/**
 * @param {string} text
 * @returns {PastedList}
 */
export function readList(text) {
  const rows = cellsOf(text).filter((row) => row.some(Boolean));
  const column = questionColumn(rows);
  const found = rows.map((row) => (row[column] || row.find(Boolean) || "").slice(0, LONGEST_QUESTION));
  const heading = found.length > 1 && TITLES.has(fold(found[0])) ? found[0] : "";
  const questions = heading ? found.slice(1) : found;
  const left = Math.max(0, questions.length - MOST_QUESTIONS);
  return { questions: questions.slice(0, MOST_QUESTIONS), heading, left };
}

/**
 * The column in which most cells are a code or a RUT; else the first.
 * @param {string[][]} rows
 */
function questionColumn(rows) {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const counts = Array.from({ length: width }, (_, at) => rows.filter((row) => isExact(row[at] || "")).length);
  return Math.max(0, counts.indexOf(Math.max(0, ...counts)));
}

/** @param {string} cell */
function isExact(cell) {
  return rutOf(cell) !== "" || (isValidCode(cell) && /[0-9]/.test(cell));
}

/**
 * Rows of cells: between tabs if there are any, else between semicolons. A cell in quotes may hold
 * both, and ends of lines too, as spreadsheets copy them.
 * @param {string} text
 */
function cellsOf(text) {
  const mark = text.includes("\t") ? "\t" : ";";
  /** @type {string[][]} */
  const rows = [[]];
  let cell = "";
  let isQuoted = false;
  const plain = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  for (let at = 0; at < plain.length; at++) {
    const sign = plain[at];
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (plain[at + 1] === '"') cell += plain[++at];
      else isQuoted = false;
    } else if (sign === '"' && cell.trim() === "" && closes(plain, at, mark)) {
      isQuoted = true;
      cell = "";
    } else if (sign === mark || sign === "\n") {
      rows[rows.length - 1].push(clean(cell));
      cell = "";
      if (sign === "\n") rows.push([]);
    } else cell += sign;
  }
  rows[rows.length - 1].push(clean(cell));
  return rows;
}

/**
 * Whether a quote opens a cell that another one ends: else it belongs to a name.
 * @param {string} text
 * @param {number} at
 * @param {string} mark
 */
function closes(text, at, mark) {
  for (let next = text.indexOf('"', at + 1); next >= 0; next = text.indexOf('"', next + 1)) {
    if (text[next + 1] === '"') next++;
    else return next + 1 === text.length || text[next + 1] === mark || text[next + 1] === "\n";
  }
  return false;
}

/** @param {string} cell */
function clean(cell) {
  return cell.replace(/\s+/g, " ").trim();
}
