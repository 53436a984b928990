/** A RUT in any usual writing → its canonical form, or what is wrong with it; as `rut.py`. */

const RUT_DASHES = "\\-\\u00ad\\u2010-\\u2015\\u2212\\ufe63\\uff0d";
const RUT_LABEL = /^\s*R\.?U\.?[TN]\.?\s*(?:N[°º]\s*)?:?/i;
const RUT_FILLER = /[\s.]+/g;
const USUAL_RUT = new RegExp(`^([0-9]{1,3}(?:[${RUT_DASHES}]?[0-9]{3}){0,2})[${RUT_DASHES}]?([0-9Kk])$`);
const LONGEST_RUT_TEXT = 40;
const LARGEST_RUT_BODY = 99_999_999;

/**
 * The canonical form, `12345678-5`; "" for a text that is no RUT.
 * @param {string} text
 */
export function rutOf(text) {
  const match = usualRut(text);
  if (!match) return "";
  const body = Number(match[1].replace(/[^0-9]/g, ""));
  const digit = match[2].toUpperCase();
  const isRut = body > 0 && body <= LARGEST_RUT_BODY && digit === checkDigitOf(body);
  return isRut ? `${body}-${digit}` : "";
}

/**
 * Whether somebody who types `text` means a RUT: 7 to 9 symbols, the check digit right or not.
 * @param {string} text
 */
export function looksLikeRut(text) {
  const match = usualRut(text);
  const length = match ? match[0].replace(/[^0-9Kk]/g, "").length : 0;
  return length >= 7 && length <= 9;
}

/** @param {string} text */
function usualRut(text) {
  if (Array.from(text).length > LONGEST_RUT_TEXT) return null;
  return USUAL_RUT.exec(text.replace(RUT_LABEL, "").replace(RUT_FILLER, ""));
}

/**
 * The check digit of a number.
 * @param {number} body
 */
export function checkDigitOf(body) {
  const digits = [...String(body)].reverse().map(Number);
  const sum = digits.reduce((total, digit, at) => total + digit * (2 + (at % 6)), 0);
  const rest = 11 - (sum % 11);
  return rest === 11 ? "0" : rest === 10 ? "K" : String(rest);
}
