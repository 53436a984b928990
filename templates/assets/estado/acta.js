/** Answers → the words of a sheet and of the minutes that quote it. */

import { counted, put } from "../idioma/decir.js";
import { staleDecision } from "./decidir.js";
import { fillText } from "./frase.js";
import { isUnsure, remarksOf } from "./respuesta.js";

/**
 * @typedef {import("./respuestas.js").Answer} Answer
 * @typedef {import("./respuesta.js").Moment} Moment
 * @typedef {import("./constancia.js").Consultation} Consultation
 */

/** Records that a line names, of several that it may be about. */
const MOST_NAMED = 5;

/**
 * What an act or a tender's record quotes.
 * @param {Consultation} asked
 * @param {string} address
 */
export function minutesText(asked, address) {
  const { answers, moment, index, today } = asked;
  const about = { nombre: index.nombre, day: moment.day, data: moment.data, today, n: String(answers.length) };
  const told = answers.length === 1 ? oneText(answers[0], moment) : answers.map((one, at) => `${at + 1}. ${one.query}: ${lineOf(one, moment)}${fillText("[[ {more}]]", { more: moreOf(one, moment) })}`);
  return [
    fillText(gettext("Constancia de consulta. {nombre}."), about),
    fillText(answers.length === 1 ? gettext("Día consultado: {day|fecha}.") : gettext("Lista de {n}. Día consultado: {day|fecha}."), about),
    ...told,
    put(gettext("Datos del registro: {line}"), { line: dataLine(moment, index, today) }),
    ...(answers.length === 1 && answers[0].identity ? [put(gettext("Ficha: {name}."), { name: recordName(answers[0]) })] : []),
    put(gettext("Para comprobarla: {address}"), { address }),
  ].join("\n");
}

/**
 * @param {Answer} answer
 * @param {Moment} moment
 */
function oneText(answer, moment) {
  const { decision } = answer;
  const unsure = isUnsure(decision, moment);
  const said = put(gettext("Respuesta: {word}."), { word: wordOf(answer, moment) });
  return [
    put(gettext("Se preguntó por: {query}"), { query: answer.query }),
    unsure ? said : `${said} ${decision.sentence}`,
    ...(unsure || !decision.use ? [] : [put(gettext("Uso del sello: {use}"), { use: decision.use })]),
    ...remarksOf(answer, moment, unsure),
    ...(answer.example ? [gettext("Es una ficha de ejemplo: es ficticia y no certifica a nadie.")] : []),
  ];
}

/**
 * @param {Answer} answer
 * @param {Moment} moment
 */
export function lineOf(answer, moment) {
  const { hasta: until = "", razon_palabras: reason = "" } = answer.decision.facts;
  const about = { name: nameOf(answer), word: wordOf(answer, moment), reason, until };
  return fillText(gettext("[[{name}. ]]{word}[[ ({reason})]][[; último día: {until|fecha}]]."), about);
}

/**
 * Whom the answer is about, where the question does not say it already.
 * @param {Answer} answer
 */
function nameOf({ kind, label, query, found, matches }) {
  if (!found || kind === "varias") return "";
  const name = kind === "certificado" || kind === "sello" ? matches[0].name : label;
  return name === query ? "" : name;
}

/**
 * Each element of a company of several; else what comes close to a question, or answers it too.
 * @param {Answer} answer
 * @param {Moment} moment
 */
export function moreOf({ kind, found, matches, decision }, moment) {
  const told = (/** @type {import("./respuestas.js").Match} */ one) => `${one.name}: ${stateOf(one, moment)}`;
  const elements = matches.filter((one) => one.kind === "elemento");
  if (kind === "empresa" || kind === "elemento") return elements.length > 1 ? `${elements.map(told).join("; ")}.` : "";
  if (found && kind !== "varias") return "";
  if (!matches.length) return "";
  const count = kind === "varias" ? Number(decision.facts.cuantas) : matches.length;
  const names = matches.slice(0, MOST_NAMED).map(({ name }) => name).join("; ");
  const rest = counted(gettext("y {n} más"), count - MOST_NAMED);
  const more = count > MOST_NAMED ? ` ${rest}` : "";
  return put(found ? gettext("Son: {names}.") : gettext("Se parece a: {names}."), { names: `${names}${more}` });
}

/**
 * @param {import("./respuestas.js").Match} match
 * @param {Moment} moment
 */
export function stateOf(match, moment) {
  return isUnsure(match, moment) ? staleDecision(moment.age, moment.data).word : match.state;
}

/**
 * @param {Answer} answer
 * @param {Moment} moment
 */
export function wordOf({ decision }, moment) {
  if (isUnsure(decision, moment)) return staleDecision(moment.age, moment.data).word;
  return decision.word;
}

/** @param {Answer} answer */
export function recordName({ company, identity }) {
  return put(gettext("{record}, huella de sus datos {identity}"), { record: `empresas/${company}`, identity });
}

/**
 * @param {Moment} moment
 * @param {any} index
 * @param {string} today
 */
export function dataLine({ data }, index, today) {
  const said = gettext("Al {data|fecha}. Consulta hecha el {today|fecha}.[[ Versión {commit} de las fuentes.]]");
  return fillText(said, { data, today, commit: index.commit });
}
