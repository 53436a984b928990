/** A certificate or seal code in any writing → its symbols, and whether they check; as `code.py`. */

const CODE_SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_LENGTH = 8;
const CODE_FILLER = /[\s\-\u00ad\u200b\u2010-\u2015\u2043\u2212\ufe58\ufe63\ufeff\uff0d]+/g;

/**
 * The symbols of a text: upper case, no spaces or dashes, O read as 0, I and L as 1.
 * @param {string} text
 */
export function codeSymbolsOf(text) {
  const upper = text.replace(CODE_FILLER, "").replace(/[a-z]/g, (letter) => letter.toUpperCase());
  return upper.replace(/O/g, "0").replace(/[IL]/g, "1");
}

/** @param {string} text */
export function isWellFormedCode(text) {
  const symbols = codeSymbolsOf(text);
  return symbols.length === CODE_LENGTH && [...symbols].every((symbol) => CODE_SYMBOLS.includes(symbol));
}

/** @param {string} text */
export function isValidCode(text) {
  if (!isWellFormedCode(text)) return false;
  const size = CODE_SYMBOLS.length;
  const values = [...codeSymbolsOf(text)].reverse().map((symbol) => CODE_SYMBOLS.indexOf(symbol));
  const weighed = values.map((value, at) => (at % 2 ? value * 2 : value));
  return weighed.reduce((sum, value) => sum + Math.floor(value / size) + (value % size), 0) % size === 0;
}

/**
 * A code as it is written: "ABCD-EFGG".
 * @param {string} text
 */
export function writtenCode(text) {
  const symbols = codeSymbolsOf(text);
  return symbols.length === CODE_LENGTH ? `${symbols.slice(0, 4)}-${symbols.slice(4)}` : symbols;
}

/**
 * Of all codes, one after another in one text, those one wrong symbol or one swap of neighbours away.
 * @param {string} text
 * @param {string} codes
 */
export function nearCodes(text, codes) {
  const typed = codeSymbolsOf(text);
  if (typed.length !== CODE_LENGTH) return [];
  const found = [];
  for (let at = 0; at < codes.length; at += CODE_LENGTH) {
    const meant = codes.slice(at, at + CODE_LENGTH);
    if (isOneSlip(typed, meant)) found.push(writtenCode(meant));
  }
  return found.sort();
}

/**
 * @param {string} typed
 * @param {string} meant
 */
function isOneSlip(typed, meant) {
  const wrong = [...typed].flatMap((symbol, at) => (symbol === meant[at] ? [] : [at]));
  if (wrong.length !== 2) return wrong.length === 1;
  const [first, second] = wrong;
  return second === first + 1 && typed[first] === meant[second] && typed[second] === meant[first];
}
