/** What somebody typed → the answer about what is on record, none where nothing is; as `lookup.py`. */

import { fold, withoutLegalForm } from "../search/fold.js";
import { codeSymbolsOf, isValidCode, writtenCode } from "./codigo.js";
import { decideRow } from "./decidir.js";
import { rowsCalled, vocabularyOf } from "./nombres.js";
import { yes } from "./palabras.js";
import {
  answerOf,
  certificateAnswer,
  certificateMatch,
  companyAnswer,
  companyMatch,
  elementAnswer,
  sealAnswer,
} from "./respuestas.js";
import { rutOf } from "./rut.js";
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

/**
 * The answer of the first reading of the text that leads to a record.
 * @param {Question} question
 * @returns {Promise<Answer | null>}
 */
export async function recordAnswer(question) {
  for (const ask of [knownCode, knownRut, numbered, knownId, knownElement, knownName]) {
    const found = await ask(question);
    if (found) return found;
  }
  return null;
}

/** @param {Question} question */
async function knownCode(question) {
  return isValidCode(question.text) ? codeAnswer(question, codeSymbolsOf(question.text)) : null;
}

/**
 * @param {Question} question
 * @param {string} symbols
 * @returns {Promise<Answer | null>}
 */
export async function codeAnswer({ parts, text, day }, symbols) {
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

/**
 * By `empresa/elemento`; one that has moved goes by its former address too.
 * @param {Question} question
 */
async function knownElement({ parts, text, day }) {
  const [company, element] = text.split(/\/(.*)/s);
  if (!element) return null;
  const [moved] = await parts.targets(`m:${text}`);
  const targets = moved ? [] : await parts.targets(`t:${fold(company)}`);
  const found = moved || targets.find((one) => Array.isArray(one) && one[0].startsWith("id") && one[2] === company);
  if (!found) return null;
  const world = await parts.world(found[1]);
  const id = moved ? moved[2] : element;
  const via = { elemento_anterior: yes(`${found[1]}/${id}` !== text) };
  return (world.company.e || []).some((one) => one.i === id) ? elementAnswer(text, world, id, day, via) : null;
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
  const exact = rowsCalled(named, words.join(" "));
  return eachOnce(exact.length ? exact : rowsHolding(named, words));
}

/**
 * The rows that hold every word; the last may be the beginning of one of theirs.
 * @param {[string, string, string?][]} named  all rows with a word of the first one's letter
 * @param {string[]} wanted
 */
function rowsHolding(named, wanted) {
  const [first, ...others] = wanted;
  const vocabulary = vocabularyOf(named, first);
  const found = others.length ? [vocabulary.get(first) || []] : [...vocabulary].filter(([word]) => isMeant(word, first)).map(([, rows]) => rows);
  const rows = [...new Set(found.flat())].sort((one, other) => one - other).map((at) => named[at]);
  return others.length ? rows.filter(([key]) => holdsWords(key.split(" "), wanted)) : rows;
}

/**
 * @param {string[]} words
 * @param {string[]} wanted
 */
function holdsWords(words, wanted) {
  const last = wanted[wanted.length - 1];
  return wanted.slice(0, -1).every((word) => words.includes(word)) && words.some((word) => isMeant(word, last));
}

/**
 * Whether somebody who typed `typed` as the last word may mean this one.
 * @param {string} word
 * @param {string} typed
 */
function isMeant(word, typed) {
  return word === typed || (word.startsWith(typed) && Array.from(typed).length >= DECISIONS.shortestPrefix);
}

/**
 * @param {[string, string, string?][]} named
 */
function eachOnce(named) {
  const firsts = new Map();
  for (const one of named) if (!firsts.has(one[1])) firsts.set(one[1], one);
  return [...firsts.values()];
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
