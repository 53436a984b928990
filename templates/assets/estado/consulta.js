/** What somebody typed → the public answer for a day; as `lookup.py`, from the parts of `verificar/`. */

import { fold, withoutLegalForm } from "../search/fold.js";
import { codeSymbolsOf, isValidCode, isWellFormedCode, nearCodes, writtenCode } from "./codigo.js";
import { decideRow } from "./decidir.js";
import { reachOn } from "./nominas.js";
import { joinedWords, yes } from "./palabras.js";
import { looksLikeRut, rutOf } from "./rut.js";
import {
  answerOf,
  certificateAnswer,
  certificateMatch,
  companyAnswer,
  companyMatch,
  sealAnswer,
} from "./respuestas.js";
import { DECISIONS } from "./tabla.js";

/**
 * @typedef {import("./respuestas.js").Answer} Answer
 * @typedef {import("./respuestas.js").Match} Match
 * @typedef {import("./hechos.js").World} World
 */

/**
 * @typedef {object} Parts  where the register comes from
 * @property {() => Promise<any>} index
 * @property {(key: string) => Promise<any[]>} targets  what a key leads to
 * @property {(letter: string) => Promise<any[]>} names
 * @property {() => Promise<string>} codes
 * @property {(id: string) => Promise<World>} world
 */

/** @typedef {{parts: Parts, text: string, day: string}} Question */

const CODE_ADDRESS = /\/v\/([0-9A-Za-z]{8})(?:[/?#]|$)/;
const TWO_FOURS = /^[0-9A-Za-z]{4}-[0-9A-Za-z]{4}$/;
const CODE_SHAPE = /^[0-9A-Za-z]{4}[ -][0-9A-Za-z]{3,5}$/;
const SHAPED_LIKE_RUT = /^[0-9]{7}[0-9K]$/;

/**
 * What is on record comes first, whatever it looks like; only then does the look of the text
 * decide what is said of its absence.
 * @param {Parts} parts
 * @param {string} query
 * @param {string} day
 * @returns {Promise<Answer>}
 */
export async function answerQuery(parts, query, day) {
  const typed = query.trim();
  const text = CODE_ADDRESS.exec(typed)?.[1] ?? typed;
  const question = { parts, text, day };
  const sought = Array.from(fold(text)).length;
  if (sought < 2) return nothing(question, text, "vacia", sought ? "corta" : "vacia");
  for (const ask of [knownCode, knownRut, numbered, knownId, knownName]) {
    const found = await ask(question);
    if (found) return found;
  }
  return absent(question);
}

// What is on record.

/** @param {Question} question */
async function knownCode(question) {
  return isValidCode(question.text) ? codeAnswer(question, codeSymbolsOf(question.text)) : null;
}

/**
 * @param {Question} question
 * @param {string} symbols
 * @returns {Promise<Answer | null>}
 */
async function codeAnswer({ parts, text, day }, symbols) {
  const [target] = await parts.targets(`c:${symbols}`);
  if (!target) return null;
  if (!Array.isArray(target)) return withdrawnAnswer({ parts, text, day }, target, writtenCode(symbols));
  const [kind, id, code] = target;
  const world = await parts.world(id);
  return kind === "sello" ? sealAnswer(text, world, code, day) : certificateAnswer(text, world, code, day);
}

/** @param {Question} question */
async function knownRut({ parts, text, day }) {
  const rut = rutOf(text);
  if (!rut) return null;
  const [current] = await parts.targets(`r:${rut}`);
  if (current) return companyAnswer(text, await parts.world(current[1]), day);
  const [former] = await parts.targets(`p:${rut}`);
  return former ? companyAnswer(text, await parts.world(former[1]), day, { rut_anterior: "si" }) : null;
}

/**
 * By the official number of the issuing body.
 * @param {Question} question
 */
async function numbered({ parts, text, day }) {
  const targets = await parts.targets(`t:${fold(text)}`);
  const found = targets.filter((target) => target[0] === "numero");
  if (!found.length) return null;
  if (found.length === 1) return certificateAnswer(text, await parts.world(found[0][1]), found[0][2], day);
  const matches = found.map(async ([, id, code]) => certificateMatch(await parts.world(id), code, day));
  return several(text, day, await Promise.all(matches), found.length);
}

/**
 * By a company's id, former ids too.
 * @param {Question} question
 */
async function knownId(question) {
  const { parts, text, day } = question;
  const targets = await parts.targets(`t:${fold(text)}`);
  for (const kind of ["id", "id_anterior"]) {
    const target = targets.find((one) => one[0] === kind && one[2] === text);
    const via = kind === "id" ? {} : { id_anterior: "si" };
    if (target) return companyAnswer(text, await parts.world(target[1]), day, via);
  }
  const stone = targets.find((one) => !Array.isArray(one) && one.i === text);
  return stone ? withdrawnAnswer(question, stone, text) : null;
}

/** @param {Question} question */
async function knownName({ parts, text, day }) {
  const found = await companiesNamed(parts, text);
  if (!found.length) return null;
  if (found.length > 1) {
    const shown = found.slice(0, DECISIONS.mostMatches);
    const matches = shown.map(async ([, id]) => companyMatch(await parts.world(id), day));
    return several(text, day, await Promise.all(matches), found.length);
  }
  const [[, id, former]] = found;
  const via = former ? { nombre_anterior: "si", nombre_hallado: former } : {};
  return companyAnswer(text, await parts.world(id), day, via);
}

/**
 * The companies that bear exactly this name; where none does, those whose name holds its words.
 * @param {Parts} parts
 * @param {string} text
 * @returns {Promise<[string, string, string?][]>}
 */
async function companiesNamed(parts, text) {
  const words = withoutLegalForm(fold(text).split(" ").filter(Boolean));
  if (!words.length) return [];
  const named = await parts.names(/^[\x00-\x7f]/.test(words[0]) ? words[0][0] : "_");
  const wanted = words.join(" ");
  const exact = named.filter(([key]) => key === wanted);
  return eachOnce(exact.length ? exact : named.filter(([key]) => holdsWords(key.split(" "), words)));
}

/**
 * Whether every word of `wanted` is one of `words`; its last may be the beginning of one.
 * @param {string[]} words
 * @param {string[]} wanted
 */
function holdsWords(words, wanted) {
  const last = wanted[wanted.length - 1];
  if (!wanted.slice(0, -1).every((word) => words.includes(word))) return false;
  if (words.includes(last)) return true;
  return Array.from(last).length >= DECISIONS.shortestPrefix && words.some((word) => word.startsWith(last));
}

/**
 * @param {[string, string, string?][]} named
 */
function eachOnce(named) {
  const firsts = new Map();
  for (const one of named) if (!firsts.has(one[1])) firsts.set(one[1], one);
  return [...firsts.values()];
}

// What is not.

/** @param {Question} question */
async function absent(question) {
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
  const facts = { hay_parecidos: yes(meant.length > 0), parecidos: joinedWords(meant) };
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
  return nothing(question, question.text, "nombre", "nombre_ausente", await reach(question));
}

/**
 * How far this register's lists of companies go.
 * @param {Question} question
 */
async function reach({ parts, day }) {
  const { listas } = await parts.index();
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
function nothing({ text, day }, shown, kind, result, more, matches = []) {
  const decision = decideRow("consulta", { resultado: result, consulta: shown, ...more });
  return answerOf({ query: text, day, kind, decision, label: shown, found: false, matches });
}

/**
 * @param {string} query
 * @param {string} day
 * @param {Match[]} matches
 * @param {number} count
 */
function several(query, day, matches, count) {
  const facts = { resultado: "varias", consulta: query, cuantas: String(count) };
  const shown = matches.slice(0, DECISIONS.mostMatches);
  return answerOf({ query, day, kind: "varias", decision: decideRow("consulta", facts), matches: shown });
}

/**
 * @param {Question} question
 * @param {any} stone
 * @param {string} label
 */
async function withdrawnAnswer({ parts, text, day }, stone, label) {
  const decision = decideRow("ficha", {
    razon: stone.m,
    fecha: stone.f,
    hay_heredera: yes(stone.t !== undefined),
    heredera: stone.t || "",
    ejemplo: yes(stone.x === 1),
  });
  const matches = stone.h ? [companyMatch(await parts.world(stone.h), day)] : [];
  return answerOf({ query: text, day, kind: "ficha_retirada", decision, id: stone.k, label, matches });
}
