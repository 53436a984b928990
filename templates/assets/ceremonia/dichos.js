/** Codes of troubles → the words of the generator's own catalogue. */

import { CEREMONY } from "./tablas.js";
import { oneLine } from "./texto.js";

/** @typedef {import("./filas.js").Trouble} Trouble */

/**
 * What is wrong, and how to mend it.
 * @param {{code: string, params: Record<string, unknown>}} trouble
 */
export function worded({ code, params }) {
  const [, text, hint] = CEREMONY.messages[code];
  const fill = (/** @type {string} */ template) =>
    template.replace(/\{(\w+)\}/g, (_, name) => oneLine(params[name] ?? "…"));
  const asked = params.suggestion ? `¿Quisiste decir ${oneLine(params.suggestion)}?` : fill(hint);
  return { text: fill(text), hint: asked };
}

/**
 * A column as a spreadsheet names it: A, AB.
 * @param {number} column
 */
export function columnLetters(column) {
  let [number, letters] = [column + 1, ""];
  while (number > 0) {
    letters = String.fromCharCode(65 + ((number - 1) % 26)) + letters;
    number = Math.floor((number - 1) / 26);
  }
  return letters;
}

/**
 * `1 fila`, `60 filas`.
 * @param {number} count
 * @param {string} one
 * @param {string} many
 */
export function countedRows(count, one, many) {
  return `${count.toLocaleString("es-CL")} ${count === 1 ? one : many}`;
}
