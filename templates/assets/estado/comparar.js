/** A fingerprint's line and today's answer → whether the register still says what it said. */

import { changesBetween } from "./cambios.js";
import { fillText } from "./frase.js";
import { toldBy } from "./huella.js";

/**
 * @typedef {import("./respuestas.js").Answer} Answer
 * @typedef {import("./huella.js").Told} Told
 * @typedef {import("./cambios.js").Change} Change
 */

/**
 * @typedef {object} Verdict
 * @property {"igual" | "cambio" | "retirado" | "no_calza" | "copia_antigua"} kind
 * @property {string} word
 * @property {string} tone
 * @property {string} sentence
 * @property {Change[]} changes  what the register tells of the days between
 */

/**
 * @param {Told} then
 * @param {Answer} answer  to the same question, for the same day
 * @param {{then: string, now: string}} data  the day of the data then and now
 * @param {import("./estados.js").Company | null} company  whose record answers now
 * @returns {Verdict}
 */
export function compare(then, answer, data, company) {
  if (data.now < data.then) return olderCopy(data);
  const now = toldBy(answer);
  const code = ["certificado", "sello"].includes(answer.kind) ? answer.id : null;
  const changes = company ? changesBetween(company, code, data.then, data.now) : [];
  if (then.state === now.state && then.until === now.until) return same(then, now, changes);
  if (answer.kind === "ficha_retirada") return withdrawn(then, answer);
  if (then.identity && then.identity === now.identity) return misfit(then, now);
  return changed(then, now, data, changes);
}

/**
 * @param {{then: string, now: string}} data
 * @returns {Verdict}
 */
function olderCopy(data) {
  const sentence = fillText(
    "La constancia se hizo con datos al {then|fecha}, y esta copia del registro es del {now|fecha}. Ábrala en el sitio del registro.",
    data,
  );
  return { kind: "copia_antigua", word: "Esta copia del registro es más antigua", tone: "atencion", sentence, changes: [] };
}

/**
 * @param {Told} then
 * @param {Told} now
 * @param {Change[]} changes
 * @returns {Verdict}
 */
function same(then, now, changes) {
  const untouched = then.identity === now.identity;
  const sentence = untouched
    ? `El registro sigue diciendo «${phrase(now)}», con los mismos datos.`
    : `El registro sigue diciendo «${phrase(now)}». Desde entonces cambió algo de la ficha o de su acuerdo que no toca esta respuesta.`;
  return { kind: "igual", word: "Igual que entonces", tone: "bien", sentence, changes: untouched ? [] : changes };
}

/**
 * @param {Told} then
 * @param {Answer} answer
 * @returns {Verdict}
 */
function withdrawn(then, { decision }) {
  const sentence = `${decision.sentence} Entonces decía «${phrase(then)}».`;
  return { kind: "retirado", word: "Registro retirado", tone: "atencion", sentence, changes: [] };
}

/**
 * @param {Told} then
 * @param {Told} now
 * @returns {Verdict}
 */
function misfit(then, now) {
  const sentence =
    `La huella dice «${phrase(then)}», pero con esos mismos datos este registro responde «${phrase(now)}». ` +
    "O alguien la alteró, o cambió la tabla con que el registro responde. Confíe en lo que dice ahora.";
  return { kind: "no_calza", word: "La huella no calza", tone: "no", sentence, changes: [] };
}

/**
 * @param {Told} then
 * @param {Told} now
 * @param {{then: string, now: string}} data
 * @param {Change[]} changes
 * @returns {Verdict}
 */
function changed(then, now, data, changes) {
  const days = [...new Set(changes.map(({ day }) => day))];
  const when = days.length === 1 ? "el {day|fecha}" : "entre el {then|fecha} y el {now|fecha}";
  const word = fillText(`Cambió ${when}`, { ...data, day: days[0] || "" });
  const why = changes.length ? "" : " El registro no anota qué día se cambió.";
  return { kind: "cambio", word, tone: "no", sentence: `Decía «${phrase(then)}», dice «${phrase(now)}».${why}`, changes };
}

/**
 * @param {Told} told
 */
export function phrase({ state, until }) {
  return fillText("{state|mayuscula}[[ (último día: {until|fecha})]]", { state, until });
}
