/** Free text → the personal contact data it holds: e-mails, telephones, persons' RUTs; as `personal.py`. */

import { rutOf } from "../estado/rut.js";
import { CEREMONY } from "./tablas.js";
import { pattern } from "./texto.js";

/** @typedef {{kind: "email" | "phone" | "rut", start: number, end: number}} PersonalSpan */

const MAY_HOLD = pattern("personal_mayHold");
const LONGEST_LOCAL = 64;
const FEWEST_UNDASHED = 7;

/**
 * The first personal data in a text; null where there is none.
 * @param {string} text
 * @returns {PersonalSpan | null}
 */
export function personalData(text) {
  if (!MAY_HOLD.test(text)) return null;
  const plain = Array.from(text, plainCharacter).join("");
  const spans = [...emails(plain), ...phones(plain), ...announcedPhones(plain), ...persons(plain)];
  spans.sort((one, other) => one.start - other.start || other.end - one.end);
  return spans[0] || null;
}

/** @param {string} character */
function plainCharacter(character) {
  if (/^[\x01-\x7f]$/.test(character)) return character === "\t" ? " " : character;
  if (/^[\0\p{Cf}\p{Mn}]$/u.test(character)) return "";
  if (/^\p{Nd}$/u.test(character)) return digitOf(character);
  if (/^\p{Zs}$/u.test(character)) return " ";
  if (/^[\p{Pd}\u2212]$/u.test(character)) return "-";
  if (/^[\p{L}\uff01-\uff5e\ufe50-\ufe6b\u2024]$/u.test(character)) {
    return Array.from(character.normalize("NFKD"))[0];
  }
  return character;
}

/**
 * The digit that any script's digit stands for: ten of them follow one another.
 * @param {string} character
 */
function digitOf(character) {
  const point = Number(character.codePointAt(0));
  let first = point;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((point - first) % 10);
}

/**
 * Where a pattern matches at a place of a text, and nowhere else.
 * @param {string} name
 * @param {string} text
 * @param {number} at
 */
function matchAt(name, text, at) {
  const found = pattern(`personal_${name}`, "y");
  found.lastIndex = at;
  return found.exec(text);
}

/**
 * @param {string} plain
 * @returns {PersonalSpan[]}
 */
function emails(plain) {
  return [...plain.matchAll(/@/g)].flatMap(({ index: at }) => {
    const start = localStart(plain, at);
    const domain = matchAt("domain", plain, at + 1);
    return start < at && domain ? [{ kind: "email", start, end: at + 1 + domain[0].length }] : [];
  });
}

/**
 * @param {string} plain
 * @param {number} at
 */
function localStart(plain, at) {
  let start = at;
  const lowest = Math.max(0, at - LONGEST_LOCAL);
  while (start > lowest && /^[\p{L}\p{N}._+%'-]$/u.test(plain[start - 1])) start -= 1;
  while (start < at && ".'-".includes(plain[start])) start += 1;
  return start;
}

/**
 * @param {string} plain
 * @returns {PersonalSpan[]}
 */
function phones(plain) {
  /** @type {PersonalSpan[]} */
  const found = [];
  for (const name of ["international", "groupedNine", "groupedTwo"]) {
    for (const match of plain.matchAll(pattern(`personal_${name}`, "g"))) {
      const end = match.index + match[0].length;
      const areYears = match[1] !== undefined && isYear(match[1]) && isYear(match[2]);
      if (!areYears && !isMoney(plain, match.index, end)) {
        found.push({ kind: "phone", start: match.index, end });
      }
    }
  }
  return found;
}

/**
 * @param {string} plain
 * @param {number} start
 * @param {number} end
 */
function isMoney(plain, start, end) {
  const before = plain.slice(Math.max(0, start - 6), start);
  return pattern("personal_moneyBefore").test(before) || matchAt("moneyAfter", plain, end) !== null;
}

/** @param {string} digits */
function isYear(digits) {
  return digits >= "1800" && digits <= "2100";
}

/**
 * @param {string} plain
 * @returns {PersonalSpan[]}
 */
function announcedPhones(plain) {
  /** @type {PersonalSpan[]} */
  const found = [];
  for (const word of plain.matchAll(pattern("personal_announces", "g"))) {
    const gap = matchAt("gap", plain, word.index + word[0].length);
    if (!gap || pattern("personal_sentenceEnd").test(gap[0])) continue;
    const isNear = !/[\p{L}\p{N}]{3}/u.test(gap[0]);
    let start = gap.index + gap[0].length;
    for (let end = announcedEnd(plain, start, isNear); end; end = announcedEnd(plain, start, isNear)) {
      found.push({ kind: "phone", start, end });
      const next = matchAt("next", plain, end);
      if (!next) break;
      start = next.index + next[0].length;
    }
  }
  return found;
}

/**
 * Where the telephone that begins at a place ends; 0 where none begins there.
 * @param {string} plain
 * @param {number} start
 * @param {boolean} isNear  nothing but punctuation stands between it and its word
 */
function announcedEnd(plain, start, isNear) {
  const number = matchAt("number", plain, start);
  if (!number || isDateOrYears(plain, start) || matchAt("rut", plain, start)) return 0;
  const end = start + number[0].length;
  return isMoney(plain, start, end) || (!isNear && isQuantity(plain, start, end)) ? 0 : end;
}

/**
 * @param {string} plain
 * @param {number} start
 * @param {number} end
 */
function isQuantity(plain, start, end) {
  const isGrouped = plain.slice(start, end).includes(".") || matchAt("spacedThousands", plain, start);
  return Boolean(isGrouped || matchAt("measureAfter", plain, end));
}

/**
 * @param {string} plain
 * @param {number} start
 */
function isDateOrYears(plain, start) {
  const years = matchAt("years", plain, start);
  if (years && isYear(years[1]) && isYear(years[2])) return true;
  return matchAt("date", plain, start) !== null;
}

/**
 * @param {string} plain
 * @returns {PersonalSpan[]}
 */
function persons(plain) {
  /** @type {PersonalSpan[]} */
  const found = [];
  for (const match of plain.matchAll(pattern("personal_rut", "g"))) {
    const [start, end] = [match.index, match.index + match[0].length];
    const written = `${match[1].replace(/\P{Nd}/gu, "")}-${match[2] || match[3]}`;
    const isCode = pattern("personal_budgetCode").test(plain.slice(Math.max(0, start - 16), start));
    if (isPersonsRut(written) && !isCode && !isMoney(plain, start, end)) found.push({ kind: "rut", start, end });
  }
  for (const label of plain.matchAll(pattern("personal_rutLabel", "g"))) {
    const start = label.index + label[0].length;
    const labelled = matchAt("labelled", plain, start);
    const isWhole = labelled && (labelled[0].includes("-") || labelled[0].replace(/[^0-9Kk]/g, "").length >= FEWEST_UNDASHED);
    if (labelled && isWhole && isPersonsRut(labelled[0])) {
      found.push({ kind: "rut", start, end: start + labelled[0].length });
    }
  }
  return found;
}

/** @param {string} written */
function isPersonsRut(written) {
  return isNaturalRut(rutOf(written));
}

/**
 * Whether a canonical RUT is in the range of natural persons.
 * @param {string} rut
 */
export function isNaturalRut(rut) {
  return rut !== "" && Number(rut.split("-")[0]) < CEREMONY.naturalBelow;
}
