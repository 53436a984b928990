/** What a fingerprint keeps of an answer: the state in Spanish, in whatever edition it was asked. */

import { fillText } from "./frase.js";
import { DECISIONS } from "./tabla.js";

/** @typedef {import("./frase.js").CaseFacts} CaseFacts */

/**
 * The table's states and seal reasons in Spanish, where it is said in another language.
 * @type {{states: Record<string, string>, reasons: Record<string, string>} | undefined}
 */
const IN_SPANISH = DECISIONS.inSpanish;
const HOLES = /\{(\w+)(?:\|\w+)?\}/;

/**
 * The state of a row for a case, as a fingerprint keeps it.
 * @param {any} row
 * @param {CaseFacts} facts
 */
export function recordedIn(row, facts) {
  if (!IN_SPANISH) return fillText(row.state || row.word || "", facts);
  const reason = IN_SPANISH.reasons[facts.razon] || facts.razon_palabras;
  return fillText(IN_SPANISH.states[row.id] || "", { ...facts, razon_palabras: reason });
}

/**
 * What a fingerprint keeps, in the words of the edition; any other text stays as it is.
 * @param {string} state
 */
export function recordedWords(state) {
  for (const [id, template] of Object.entries(IN_SPANISH?.states || {})) {
    const facts = factsIn(template, state);
    if (facts) return fillText(stateOfRow(id), facts);
  }
  return state;
}

/** @param {string} id */
function stateOfRow(id) {
  const rows = /** @type {any[]} */ ([...Object.values(DECISIONS.rows).flat(), DECISIONS.stale]);
  return rows.find((row) => row.id === id).state;
}

/**
 * The facts that fill a template so that it reads like a text; none where nothing does.
 * @param {string} template
 * @param {string} text
 * @returns {CaseFacts | null}
 */
function factsIn(template, text) {
  const pieces = template.split(HOLES);
  const pattern = pieces.map((piece, at) => (at % 2 ? "(.+)" : piece.replace(/[()]/g, "\\$&")));
  const found = new RegExp(`^${pattern.join("")}$`).exec(text);
  if (!template || !found) return null;
  const names = pieces.filter((_, at) => at % 2);
  return translated(Object.fromEntries(names.map((name, at) => [name, found[at + 1]])));
}

/**
 * @param {CaseFacts} facts  as they stand in the Spanish state
 * @returns {CaseFacts}
 */
function translated({ dias = "", razon_palabras: reason = "", unidad: unit = "", ...others }) {
  const [id] = Object.entries(IN_SPANISH?.reasons || {}).find(([, words]) => words === reason) || [""];
  const [, , site = "", sites = ""] = DECISIONS.units[unit] || [];
  const units = others.m === "1" ? site : sites;
  const reasons = DECISIONS.sealReasons[id] || reason;
  return { ...others, dias: dias.split(" ")[0], razon_palabras: reasons, unidad: unit, units };
}
