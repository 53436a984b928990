/** Pasted rows → what each says of a company, an element, a certificate …, cell by cell; as `rows.py`. */

import { isId, monthAndDay, readCell } from "./celdas.js";
import { withCheckDigit } from "./clave.js";
import { findHeader, headerRank } from "./encabezados.js";
import { Refused } from "./rechazo.js";
import { CEREMONY } from "./tablas.js";
import { isBlank, plainHeader } from "./texto.js";

/**
 * @typedef {import("./celdas.js").Column} Column
 * @typedef {import("./celdas.js").Value} Value
 * @typedef {import("./encabezados.js").Header} Header
 * @typedef {object} Given  what a cell says, and where it stands
 * @property {Value} value
 * @property {number} row
 * @property {number} column  from 0; -1 where the whole row says it
 * @property {string} header
 * @typedef {Record<string, Given>} Part  what a row says of one block, by the names of its columns
 * @typedef {{code: string, params: Record<string, unknown>, row: number, column: number, header: string}} Trouble
 * @typedef {{number: number, parts: Record<string, Part>, troubles: Trouble[]}} Row
 * @typedef {{rows: Row[], header: Header}} Reading
 */

const JOINED = new Set(CEREMONY.joined.map((/** @type {string[]} */ one) => one.join(".")));
const DOUBTFUL = CEREMONY.doubtful.map((/** @type {string[]} */ one) => one.join("."));
const RUT_TARGET = "empresas.rut";
const DIGIT_TARGET = "empresas.dv";
/** @type {Map<string, Column>} */
const COLUMNS = new Map(
  CEREMONY.lists.flatMap((/** @type {string} */ table) =>
    CEREMONY.tables[table].columns.map((/** @type {Column} */ one) => [`${table}.${one.name}`, one]),
  ),
);

/**
 * Every row below the header that says anything; null where no row is a header.
 * @param {string[][]} pasted
 * @returns {Reading | null}
 */
export function readRows(pasted) {
  const header = findHeader(pasted);
  if (!header) return null;
  if (header.table) return { rows: [], header };
  const sheet = new Sheet(pasted, header);
  return { rows: sheet.rows(), header };
}

/**
 * What a table's columns mean; those among them that only name a place are plain texts and ids.
 * @param {string} target
 * @returns {Column}
 */
export function columnOf(target) {
  const name = target.split(".")[1];
  if (target === "adhesiones.acuerdo") return { name, path: ["acuerdo"], kind: "text" };
  const found = COLUMNS.get(target);
  return found || { name, path: [], kind: name === "id" ? "id" : "text" };
}

/**
 * A value as one text.
 * @param {Given} given
 */
export function textOf(given) {
  return Array.isArray(given.value) ? given.value.join("; ") : given.value;
}

class Sheet {
  /**
   * @param {string[][]} pasted
   * @param {Header} header
   */
  constructor(pasted, header) {
    this.pasted = pasted;
    this.header = header;
    this.targets = columnsByTarget(header);
    this.american = new Set([...header.columns.keys()].filter((at) => this.isAmerican(at)));
  }

  rows() {
    const found = [];
    for (let number = this.header.row + 1; number < this.pasted.length; number += 1) {
      const isEmpty = [...this.header.columns.keys()].every((at) => isBlank(this.pasted[number][at]));
      if (!isEmpty) found.push(this.row(number));
    }
    return found;
  }

  /**
   * Whether some day of a column can only be read with its month first.
   * @param {number} at
   */
  isAmerican(at) {
    return this.pasted.slice(this.header.row + 1).some((row) => {
      const pair = monthAndDay(row[at]);
      return pair !== null && pair[0] <= 12 && pair[1] > 12;
    });
  }

  /**
   * @param {number} number
   * @returns {Row}
   */
  row(number) {
    /** @type {Row} */
    const row = { number: number + 1, parts: {}, troubles: [] };
    for (const [target, columns] of this.targets) {
      if (target === DIGIT_TARGET) continue;
      try {
        const given = this.given(number, target, columns);
        const [table, name] = target.split(".");
        if (given) (row.parts[table] ||= {})[name] = given;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        const { row: at = number + 1, column = -1, header = "" } = error.given || {};
        row.troubles.push({ code: error.code, params: error.params, row: at, column, header });
      }
    }
    return row;
  }

  /**
   * What the columns of one meaning say together.
   * @param {number} number
   * @param {string} target
   * @param {number[]} columns
   */
  given(number, target, columns) {
    const found = columns.flatMap((at) => this.one(number, at, target) || []);
    const [first, ...others] = found;
    for (const other of others) {
      if (String(other.value) === String(first.value)) continue;
      if (JOINED.has(target)) return { ...first, value: `${textOf(first)}, ${textOf(other)}` };
      if (plainHeader(other.header) === plainHeader(first.header)) {
        throw new Refused("repeated-column", { value: textOf(other), other: textOf(first) }, other);
      }
    }
    return first;
  }

  /**
   * @param {number} number
   * @param {number} at
   * @param {string} target
   * @returns {Given | null}
   */
  one(number, at, target) {
    const header = this.header.names[at];
    const place = { value: "", row: number + 1, column: at, header };
    const cell = this.withDigit(number, at, target);
    const pair = this.american.has(at) ? monthAndDay(cell) : null;
    if (pair && pair[0] !== pair[1] && pair[1] <= 12) throw new Refused("month-or-day", { value: cell }, place);
    try {
      const value = readCell(cell, columnOf(target));
      return value === null ? null : { ...place, value };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.code === "no-choice" && isDoubtful(target, header)) return null;
      throw new Refused(error.code, error.params, place);
    }
  }

  /**
   * A cell, a RUT with its check digit, which may stand in a column of its own.
   * @param {number} number
   * @param {number} at
   * @param {string} target
   */
  withDigit(number, at, target) {
    const row = this.pasted[number];
    const digit = row[this.targets.get(DIGIT_TARGET)?.[0] ?? -1];
    if (target !== RUT_TARGET || isBlank(row[at]) || isBlank(digit)) return row[at];
    return withCheckDigit(row[at], digit || "");
  }
}

/**
 * Columns of the scheme's form whose words are often others than the listed ones.
 * @param {string} target
 * @param {string} header
 */
function isDoubtful(target, header) {
  return ["", plainHeader(header)].some((name) => DOUBTFUL.includes(`${target}.${name}`));
}

/**
 * The columns of each meaning, the likeliest name first.
 * @param {Header} header
 */
export function columnsByTarget(header) {
  /** @type {Map<string, number[]>} */
  const found = new Map();
  for (const [at, target] of header.columns) found.set(target, [...(found.get(target) || []), at]);
  for (const [target, columns] of found) {
    const rank = (/** @type {number} */ at) => headerRank(target, header.names[at]);
    columns.sort((one, other) => rank(one) - rank(other) || one - other);
  }
  return found;
}

/**
 * Whether an agreement is named by its id rather than its name.
 * @param {Given} given
 */
export function namesById(given) {
  return isId(textOf(given));
}
