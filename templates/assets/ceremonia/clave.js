/** The text of a cell → a comuna, an activity, a RUT or a code, in its canonical form; as `values.py`. */

import { isValidCode, isWellFormedCode, writtenCode } from "../estado/codigo.js";
import { checkDigitOf, rutOf } from "../estado/rut.js";
import { slips, slipsAllowed } from "../search/distance.js";
import { fold } from "../search/fold.js";
import { Refused } from "./rechazo.js";
import { CEREMONY } from "./tablas.js";
import { tidy, wholePattern } from "./texto.js";

const KEPT_AS_TEXT = wholePattern("kept");
const ANY_DASH = /[-\u2010-\u2015\u2212]/;
const RECORDED_RUT = /^(?:[0-9]{1,8}|[0-9]{1,3}(?:\.[0-9]{3}){1,2})-[0-9Kk]$/;

/** @param {string} text */
export function readComuna(text) {
  const whole = wholeCode(text);
  const found = comunaOf(whole) || comunaOf(whole.replace(/^\p{Nd}+\s*[-–:]\s*/u, ""));
  if (!found) throw new Refused("APL041", { value: whole, suggestion: likelyComuna(whole) });
  return found;
}

/**
 * The comuna whose name is a slip of the hand away, with its code; "" where none is.
 * @param {string} text
 */
function likelyComuna(text) {
  const name = fold(text);
  const most = slipsAllowed(name);
  let [best, least] = ["", most];
  for (const [known, code] of Object.entries(CEREMONY.comunaNames)) {
    const found = least ? slips(name, known, least, false) : 1;
    if (found <= least && (!best || found < least)) [best, least] = [`${CEREMONY.comunas[code]} (${code})`, found];
  }
  return best;
}

/**
 * The code of a comuna by its name, an alias, or a code: without its zero, or of old Ñuble.
 * @param {string} text
 */
function comunaOf(text) {
  const full = text.length === 4 ? `0${text}` : text;
  const code = CEREMONY.formerComunas[full] || full;
  if (Object.hasOwn(CEREMONY.comunas, code)) return code;
  const name = fold(text);
  return Object.hasOwn(CEREMONY.comunaNames, name) ? CEREMONY.comunaNames[name] : "";
}

/** @param {string} text */
export function readCiiu(text) {
  const whole = wholeCode(text);
  const match = /^([A-Ua-u]|[\d.]{1,8})(?=\s*(?:$|[-–:|]|\s))/.exec(whole);
  const bare = match ? match[1].replace(/\D/g, "") || match[1].toUpperCase() : whole;
  if (isCiiu(bare)) return bare;
  if (isCiiu(`0${bare}`)) return `0${bare}`;
  throw new Refused("APL042", { value: bare });
}

/** @param {string} code */
function isCiiu(code) {
  if (code.length === 1) return CEREMONY.sections.includes(code);
  return /^[0-9]{2,6}$/.test(code) && CEREMONY.divisions.includes(code.slice(0, 2));
}

/** @param {string} text */
export function readRut(text) {
  const whole = wholeCode(text);
  if (!ANY_DASH.test(whole)) refuseWithoutDigit(whole);
  const rut = rutOf(whole);
  if (!rut) throw new Refused(RECORDED_RUT.test(whole) && /[1-9]/.test(whole.slice(0, -1)) ? "APL044" : "APL043", { value: shownRut(whole) });
  return rut;
}

/** @param {string} text */
function refuseWithoutDigit(text) {
  const digits = text.replace(/[.\s]/g, "");
  if (!/^[0-9]{8}$/.test(digits) || Number(digits) < CEREMONY.naturalBelow) return;
  const suggestion = `${digits}-${checkDigitOf(Number(digits))}`;
  throw new Refused("rut-without-digit", { value: text, suggestion });
}

/**
 * A faulty RUT may be shown where it cannot be a person's.
 * @param {string} text
 */
function shownRut(text) {
  const digits = text.slice(0, -1).replace(/\D/g, "");
  return digits && Number(digits) >= CEREMONY.naturalBelow ? text : "•••";
}

/**
 * A RUT and the check digit beside it, as one; a RUT that has its own stays as it is.
 * @param {string} cell
 * @param {string} digit
 */
export function withCheckDigit(cell, digit) {
  const body = wholeCode(tidy(cell)).replace(/[.\s]/g, "");
  return /^[0-9]{1,8}$/.test(body) ? `${body}-${wholeCode(tidy(digit))}` : cell;
}

/**
 * A code without the `.0` that programs give to numbers, or the signs that keep it a text.
 * @param {string} text
 */
function wholeCode(text) {
  const kept = KEPT_AS_TEXT.exec(text);
  const bare = kept ? kept[1] || kept[2] || "" : text;
  return /^[0-9]+\.0{1,2}$/.test(bare) ? bare.split(".")[0] : bare;
}

/** @param {string} text */
export function readCode(text) {
  const whole = wholeCode(text);
  if (!isWellFormedCode(whole)) throw new Refused("APL045", { value: whole });
  if (!isValidCode(whole)) throw new Refused("APL046", { value: whole });
  return writtenCode(whole);
}
