/** Chance → a new code or id; as `code.mint` and the ids of natural persons. */

import { isValidCode, writtenCode } from "../estado/codigo.js";
import { CEREMONY } from "./tablas.js";

const LOOKS_LIKE_RUT = /^[0-9]{7}[0-9K]$/;

/** @param {number} length */
function randomSymbols(length) {
  const chosen = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(chosen, (byte) => CEREMONY.alphabet[byte % CEREMONY.alphabet.length]).join("");
}

/**
 * A code that is in `taken` neither as it is written nor without its dash.
 * @param {Set<string>} taken
 * @returns {string}
 */
export function mintCode(taken) {
  const body = randomSymbols(7);
  const last = [...CEREMONY.alphabet].find((symbol) => isValidCode(body + symbol));
  const symbols = `${body}${last}`;
  if (LOOKS_LIKE_RUT.test(symbols) || taken.has(symbols)) return mintCode(taken);
  return writtenCode(symbols);
}

/** The id of a natural person's record, which tells nothing of the person. */
export function mintPersonsId() {
  return `productor-${randomSymbols(6).toLowerCase()}`;
}
