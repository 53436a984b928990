/** What somebody typed that is not on record → what the look of the text says of its absence. */

import { nearNames } from "./cercanos.js";
import { codeSymbolsOf, isValidCode, isWellFormedCode, nearCodes, writtenCode } from "./codigo.js";
import { decideRow } from "./decidir.js";
import { codeAnswer } from "./fichas.js";
import { reachOn } from "./nominas.js";
import { joinedWords, yes } from "./palabras.js";
import { answerOf, companyMatch } from "./respuestas.js";
import { looksLikeRut, rutOf } from "./rut.js";
import { DECISIONS } from "./tabla.js";

/**
 * @typedef {import("./respuestas.js").Match} Match
 * @typedef {import("./fichas.js").Question} Question
 */

const TWO_FOURS = /^[0-9A-Za-z]{4}-[0-9A-Za-z]{4}$/;
const CODE_SHAPE = /^[0-9A-Za-z]{4}[ -][0-9A-Za-z]{3,5}$/;
/** @type {WeakMap<any[], {day: string, facts: Record<string, string>}>} what a list asks again and again */
const reaches = new WeakMap();
const SHAPED_LIKE_RUT = /^[0-9]{7}[0-9K]$/;

/** @param {Question} question */
export async function absentAnswer(question) {
  if (isMeantAsCode(question.text) || (await near(question)).length) return absentCode(question);
  if (looksLikeRut(question.text) || rutOf(question.text)) return absentRut(question);
  return absentName(question);
}

/**
 * A name of eight letters is no code, nor are eight digits, unless written in two fours.
 * @param {string} text
 */
function isMeantAsCode(text) {
  const symbols = codeSymbolsOf(text);
  const hasDigit = /[0-9]/.test(text);
  if (TWO_FOURS.test(text) && (hasDigit || text === text.toUpperCase() || text === text.toLowerCase())) return true;
  if (CODE_SHAPE.test(text) && hasDigit) return !looksLikeRut(text);
  if (!isWellFormedCode(text) || SHAPED_LIKE_RUT.test(symbols)) return false;
  return hasDigit || isValidCode(text);
}

/**
 * The codes of the register that may have been meant, if the text has the form of one.
 * @param {Question} question
 */
async function near({ parts, text }) {
  return isWellFormedCode(text) ? nearCodes(text, await parts.codes()).slice(0, DECISIONS.mostMatches) : [];
}

/** @param {Question} question */
async function absentCode(question) {
  const { text } = question;
  if (isValidCode(text)) return nothing(question, writtenCode(text), "codigo", "codigo_desconocido");
  const meant = await near(question);
  const answers = await Promise.all(meant.map((code) => codeAnswer({ ...question, text: code }, codeSymbolsOf(code))));
  const matches = answers.flatMap((answer) => (answer ? answer.matches : []));
  const facts = {
    hay_parecidos: yes(meant.length > 0),
    parecidos: joinedWords(meant),
    bien_formado: yes(isWellFormedCode(text)),
  };
  return nothing(question, text, "codigo", "codigo_invalido", facts, matches);
}

/** @param {Question} question */
async function absentRut(question) {
  const { text } = question;
  const rut = rutOf(text);
  if (!rut) return nothing(question, text, "rut", "rut_invalido");
  if (Number(rut.slice(0, -2)) < DECISIONS.naturalBelow) return nothing(question, text, "rut", "rut_no_publicado");
  return nothing(question, text, "rut", "rut_ausente", await reach(question));
}

/** @param {Question} question */
async function absentName(question) {
  const { parts, text, day } = question;
  const matches = (await nearNames(parts, text)).map(async (id) => companyMatch(await parts.world(id), day));
  const near = await Promise.all(matches);
  return nothing(question, text, "nombre", "nombre_ausente", await reach(question), near);
}

/**
 * How far this register's lists of companies go.
 * @param {Question} question
 */
async function reach({ parts, day }) {
  const { listas } = await parts.index();
  const known = reaches.get(listas);
  if (known?.day === day) return known.facts;
  const facts = reachOf(listas, day);
  reaches.set(listas, { day, facts });
  return facts;
}

/**
 * @param {any[]} listas
 * @param {string} day
 */
function reachOf(listas, day) {
  let [complete, completeExamples, asked, askedExamples] = [0, 0, 0, 0];
  for (const [from, adhered, adheredTo, certified, certifiedTo, agreements, examples] of listas) {
    if (from > day) continue;
    asked += agreements;
    askedExamples += examples;
    const lists = [[adhered, adheredTo], [certified, certifiedTo]];
    if (lists.some(([held, last]) => reachOn(held, last, day) !== "completa")) continue;
    complete += agreements;
    completeExamples += examples;
  }
  return {
    nominas: asked > 0 && complete === asked ? "completas" : "incompletas",
    alguna_completa: yes(complete > 0),
    completas: String(complete),
    completas_ejemplo: String(completeExamples || ""),
    acuerdos: String(asked),
    acuerdos_ejemplo: String(askedExamples || ""),
  };
}

/**
 * @param {Question} question
 * @param {string} shown
 * @param {string} kind
 * @param {string} result
 * @param {Record<string, string>} [more]
 * @param {Match[]} [matches]
 */
export function nothing({ text, day }, shown, kind, result, more, matches = []) {
  const decision = decideRow("consulta", { resultado: result, consulta: shown, ...more });
  const via = { hay_nombres_parecidos: yes(kind === "nombre" && matches.length > 0) };
  return answerOf({ query: text, day, kind, decision, label: shown, found: false, matches, via });
}
