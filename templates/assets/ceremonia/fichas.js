/** Pasted rows → the published companies that they may mean, fetched by RUT, id and name. */

import { fold } from "../search/fold.js";
import { rutOf } from "../estado/rut.js";
import { partOf } from "../estado/partes.js";
import { textOf } from "./filas.js";
import { isNaturalRut } from "./personales.js";
import { nameKey } from "./texto.js";

/**
 * @typedef {import("./borrador.js").Block} Block
 * @typedef {import("./filas.js").Given} Given
 * @typedef {import("./filas.js").Row} Row
 * @typedef {object} Published  the parts of `verificar/`
 * @property {() => Promise<any>} index
 * @property {(key: string) => Promise<any[]>} targets
 * @property {(letter: string) => Promise<any[]>} names
 * @property {() => Promise<string>} codes
 * @property {(name: string) => Promise<any>} named
 */

const CODE_SYMBOLS_EACH = 8;

/**
 * The companies that rows may mean, by id. What is asked for are whole parts of many companies.
 * @param {Published} parts
 * @param {Row[]} rows
 * @returns {Promise<Map<string, Block>>}
 */
export async function knownCompanies(parts, rows) {
  const possible = await Promise.all(rows.map((row) => possibleIds(parts, row.parts.empresas || {})));
  const ids = [...new Set(possible.flat())];
  const { empresas: count } = await parts.index();
  const shares = await Promise.all(ids.map((id) => parts.named(`fichas/${partOf(id, count)}`)));
  return new Map(ids.flatMap((id, at) => (Object.hasOwn(shares[at], id) ? [[id, shares[at][id]]] : [])));
}

/**
 * @param {Published} parts
 * @param {Record<string, Given>} company
 * @returns {Promise<string[]>}
 */
async function possibleIds(parts, company) {
  const targets = await Promise.all(possibleKeys(company).map((key) => parts.targets(key)));
  const ids = targets.flat().flatMap((target) => (Array.isArray(target) ? [target[1]] : []));
  for (const given of [company.razon_social, company.empresa, company.nombre_fantasia]) {
    const wanted = given ? nameKey(textOf(given)) : "";
    if (!wanted) continue;
    const letter = /^[\x00-\x7f]/.test(wanted) ? wanted[0] : "_";
    for (const [name, id] of await parts.names(letter)) if (name === wanted) ids.push(id);
  }
  return ids;
}

/** @param {Record<string, Given>} company */
function possibleKeys({ rut, id, empresa }) {
  const keys = [id, empresa].flatMap((given) => (given ? [`t:${fold(textOf(given))}`] : []));
  const written = rut ? rutOf(textOf(rut)) : "";
  // A person's RUT leads nowhere but where that person consented to it.
  if (written) keys.push(`r:${written}`, `p:${written}`);
  return keys;
}

/**
 * Every code of the register, without its dash.
 * @param {Published} parts
 */
export async function knownCodes(parts) {
  const all = await parts.codes();
  const found = new Set();
  for (let at = 0; at < all.length; at += CODE_SYMBOLS_EACH) found.add(all.slice(at, at + CODE_SYMBOLS_EACH));
  return found;
}

/**
 * Whether a row speaks of a natural person.
 * @param {Row} row
 */
export function isOfPerson(row) {
  const { rut, tipo } = row.parts.empresas || {};
  return tipo ? textOf(tipo) === "persona_natural" : Boolean(rut && isNaturalRut(textOf(rut)));
}
