/** How much of a list the register holds → what its silence means on a day; as `decision/rolls.py`. */

import { decideRow } from "./decidir.js";
import { DECISIONS } from "./tabla.js";

/** @typedef {import("./estados.js").Agreement} Agreement */

/** Where the compact form of an agreement holds the coverage of its lists; adherents come first. */
export const CERTIFIED_LIST = 1;
export const SEAL_LIST = 2;

/**
 * Whether a list is complete for a day, and how far it goes, in words.
 * @param {Agreement | undefined} agreement
 * @param {number} list
 * @param {string} day
 */
export function rollFacts(agreement, list, day) {
  const [held = "sin_nomina", as_of = ""] = agreement?.n?.[list] || [];
  const coverage = reachOn(held, as_of, day);
  const facts = { cobertura: coverage, lista: DECISIONS.rolls[list], al: as_of, de_cual: DECISIONS.thisAgreement };
  return { coverage: completeness(coverage === "completa"), words: decideRow("nomina", facts).sentence };
}

/**
 * How far a list goes for a day.
 * @param {string} coverage
 * @param {string} last
 * @param {string} day
 */
export function reachOn(coverage, last, day) {
  return coverage === "completa" && last && day > last ? "pasada" : coverage;
}

/**
 * How far one list goes in some agreements of a company, in words; "" where all are complete.
 * @param {(Agreement | undefined)[]} agreements
 * @param {number} list
 * @param {string} day
 */
export function jointReach(agreements, list, day) {
  const missing = agreements.filter((one) => !isComplete(one, list, day));
  if (!missing.length) return "";
  const lista = DECISIONS.rolls[list];
  if (agreements.length > 1) {
    return decideRow("nomina", { cobertura: "varias", lista, faltan: String(missing.length) }).sentence;
  }
  const [held = "sin_nomina", al = ""] = missing[0]?.n?.[list] || [];
  const facts = { cobertura: reachOn(held, al, day), lista, al, de_cual: DECISIONS.itsAgreement };
  return decideRow("nomina", facts).sentence;
}

/**
 * @param {Agreement | undefined} agreement
 * @param {number} list
 * @param {string} day
 */
export function isComplete(agreement, list, day) {
  const [coverage = "sin_nomina", last = ""] = agreement?.n?.[list] || [];
  return reachOn(coverage, last, day) === "completa";
}

/** @param {boolean} whole */
export function completeness(whole) {
  return whole ? "completa" : "incompleta";
}
