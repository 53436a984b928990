/** The facts of a case → the answer of the first row of the table that applies; as `decision/row.py`. */

import { fillText } from "./frase.js";
import { DECISIONS } from "./tabla.js";
import { recordedIn } from "./dichas.js";

/** @typedef {import("./frase.js").CaseFacts} CaseFacts */

/**
 * @typedef {object} Decision
 * @property {string} row  the row's id
 * @property {string} level
 * @property {string} word
 * @property {string} state  the words of the terminal's first line
 * @property {string} recorded  the same in Spanish, as a fingerprint keeps it
 * @property {string} estado
 * @property {string} sentence
 * @property {string} use
 * @property {string} now
 * @property {string} english
 * @property {boolean} affirms  it says that something is in force
 * @property {CaseFacts} facts
 */

const TONES = /** @type {Record<string, string>} */ ({
  positivo: "bien",
  aviso: "atencion",
  negativo: "no",
  neutro: "neutro",
  revise: "atencion",
});

/**
 * How a level looks: the last part of its classes.
 * @param {string} level
 */
export function toneOf(level) {
  return TONES[level];
}

/**
 * @param {string} subject
 * @param {CaseFacts} facts
 * @returns {Decision}
 */
export function decideRow(subject, facts) {
  const row = DECISIONS.rows[subject].find((/** @type {any} */ one) => rowApplies(one, facts));
  if (!row) throw new Error(`no row of ${subject} for ${JSON.stringify(facts)}`);
  return wordedRow(row, facts);
}

/**
 * What is to be said besides an answer: every remark that applies.
 * @param {CaseFacts} facts
 */
export function remarksFor(facts) {
  const rows = DECISIONS.rows.aviso.filter((/** @type {any} */ row) => row.when && rowApplies(row, facts));
  return rows.map((/** @type {any} */ row) => wordedRow(row, facts));
}

/**
 * What replaces an answer that affirms something on old data.
 * @param {number} days
 * @param {string} dataDay
 */
export function staleDecision(days, dataDay) {
  return wordedRow(DECISIONS.stale, { dias: String(days), datos: dataDay });
}

/**
 * @param {any} row
 * @param {CaseFacts} facts
 */
function rowApplies(row, facts) {
  const conditions = /** @type {[string, string[]][]} */ (Object.entries(row.when || {}));
  return conditions.every(([name, values]) => values.includes(facts[name]));
}

/**
 * @param {any} row
 * @param {CaseFacts} facts
 * @returns {Decision}
 */
function wordedRow(row, facts) {
  const worded = (/** @type {string} */ part) => fillText(row[part] || "", facts);
  return {
    row: row.id,
    level: row.level,
    word: worded("word"),
    state: worded("state"),
    estado: row.estado || facts.estado || "",
    recorded: recordedIn(row, facts),
    sentence: worded("sentence"),
    use: worded("use"),
    now: worded("now"),
    english: worded("english"),
    affirms: row.affirms === true,
    facts,
  };
}
