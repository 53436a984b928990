/** A fingerprint's line and today's answer → whether the register still says what it said. */

import { put } from "../idioma/decir.js";
import { changesBetween } from "./cambios.js";
import { fillText } from "./frase.js";
import { recordedWords } from "./dichas.js";
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
    gettext("La constancia se hizo con datos al {then|fecha}, y esta copia del registro es del {now|fecha}. Ábrala en el sitio del registro."),
    data,
  );
  return { kind: "copia_antigua", word: gettext("Esta copia del registro es más antigua"), tone: "atencion", sentence, changes: [] };
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
    ? gettext("El registro sigue diciendo «{now}», con los mismos datos.")
    : gettext("El registro sigue diciendo «{now}». Desde entonces cambió algo de la ficha o de su acuerdo que no toca esta respuesta.");
  return { kind: "igual", word: gettext("Igual que entonces"), tone: "bien", sentence: put(sentence, { now: phrase(now) }), changes: untouched ? [] : changes };
}

/**
 * @param {Told} then
 * @param {Answer} answer
 * @returns {Verdict}
 */
function withdrawn(then, { decision }) {
  const said = put(gettext("Entonces decía «{then}»."), { then: phrase(then) });
  const sentence = `${decision.sentence} ${said}`;
  return { kind: "retirado", word: gettext("Registro retirado"), tone: "atencion", sentence, changes: [] };
}

/**
 * @param {Told} then
 * @param {Told} now
 * @returns {Verdict}
 */
function misfit(then, now) {
  const words = gettext("La huella dice «{then}», pero con esos mismos datos este registro responde «{now}». O alguien la alteró, o cambió la tabla con que el registro responde. Confíe en lo que dice ahora.");
  const sentence = put(words, { then: phrase(then), now: phrase(now) });
  return { kind: "no_calza", word: gettext("La huella no calza"), tone: "no", sentence, changes: [] };
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
  const when = days.length === 1 ? gettext("Cambió el {day|fecha}") : gettext("Cambió entre el {then|fecha} y el {now|fecha}");
  const word = fillText(when, { ...data, day: days[0] || "" });
  const said = changes.length
    ? gettext("Decía «{then}», dice «{now}».")
    : gettext("Decía «{then}», dice «{now}». El registro no anota qué día se cambió.");
  return { kind: "cambio", word, tone: "no", sentence: put(said, { then: phrase(then), now: phrase(now) }), changes };
}

/**
 * @param {Told} told
 */
export function phrase({ state, until }) {
  return fillText(gettext("{state|mayuscula}[[ (último día: {until|fecha})]]"), { state: recordedWords(state), until });
}
