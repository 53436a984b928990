/** What a row says of an element, adhesion or certificate → which of the company's it means; as `finding.py`. */

import { fold, tokens } from "../search/fold.js";
import { namesOf } from "./borrador.js";
import { isSame } from "./celdas.js";
import { columnOf, textOf } from "./filas.js";
import { Refused } from "./rechazo.js";
import { CEREMONY } from "./tablas.js";
import { nameKey } from "./texto.js";

/**
 * @typedef {import("./borrador.js").Block} Block
 * @typedef {import("./filas.js").Given} Given
 * @typedef {import("./filas.js").Part} Part
 * @typedef {import("./filas.js").Row} Row
 */

const SETTLED = ["adhesiones", "auditorias", "certificados"];

/**
 * The parts of a row from company to certificate, none left out between them.
 * @param {Row} row
 * @param {string} agreement
 * @returns {Record<string, Part>}
 */
export function completedParts(row, agreement) {
  const parts = Object.fromEntries(Object.entries(row.parts).map(([table, part]) => [table, { ...part }]));
  const said = (/** @type {string} */ value) => ({ value, row: row.number, column: -1, header: "" });
  if (!Object.keys(parts.empresas || {}).length) throw new Refused("no-company");
  if (agreement && !parts.adhesiones?.acuerdo) parts.adhesiones = { ...parts.adhesiones, acuerdo: said(agreement) };
  if (SETTLED.some((table) => parts[table])) parts.adhesiones ||= {};
  if (parts.auditorias) parts.auditorias.tipo ||= said("final");
  if (parts.adhesiones || parts.elementos) parts.elementos ||= {};
  return parts;
}

/**
 * @param {string[]} ids
 * @param {Given} given
 */
export function onlyOne(ids, given) {
  if (ids.length > 1) throw new Refused("several", { value: textOf(given), ids: [...ids].sort().join(", ") }, given);
  return ids[0];
}

/**
 * A list's own way to write a name is no reason to change the record's.
 * @param {Part} part
 * @param {string} key
 * @param {Block} block
 */
export function withoutKnownName(part, key, block) {
  if (!part[key] || !namesOf(block).includes(nameKey(textOf(part[key])))) return part;
  const { [key]: _, ...kept } = part;
  return kept;
}

/**
 * Which element a row means: by its id, or its name; the only one where it says neither.
 * @param {Block[]} items
 * @param {Part} part
 */
export function elementNumber(items, part) {
  const { id, elemento: either, nombre: name } = part;
  if (id) return items.findIndex((item) => item.id === textOf(id));
  const byId = either ? items.findIndex((item) => item.id === textOf(either)) : -1;
  if (byId >= 0) return byId;
  if (either && namedNumber(items, either) >= 0) return namedNumber(items, either);
  if (name || either) return namedNumber(items, name || either);
  return items.length === 1 ? 0 : -1;
}

/**
 * @param {Block[]} items
 * @param {Given} name
 */
function namedNumber(items, name) {
  const wanted = fold(textOf(name));
  const called = [...items.keys()].filter((n) => fold(items[n].nombre || "") === wanted);
  if (called.length > 1) {
    throw new Refused("several", { value: textOf(name), ids: called.map((n) => items[n].id).join(", ") }, name);
  }
  return called.length ? called[0] : -1;
}

/**
 * Which adhesion a row means: the agreement's of that day; else its only one still open.
 * @param {Block[]} items
 * @param {Part} part
 * @param {Set<number>} claimed
 */
export function adhesionNumber(items, part, claimed) {
  const { acuerdo: agreement, fecha: day } = part;
  const ofIt = [...items.keys()].filter((n) => !agreement || items[n].acuerdo === textOf(agreement));
  const exact = day ? ofIt.find((n) => items[n].fecha === textOf(day)) : undefined;
  if (exact !== undefined) return exact;
  const left = ofIt.filter((n) => !items[n].retiro && (!day || !claimed.has(n)));
  if (left.length === 1) return left[0];
  if (left.length > 1 || !agreement) throw new Refused(ofIt.length ? "which-adhesion" : "no-agreement", { count: left.length }, agreement);
  return -1;
}

/**
 * The item that says the same as the row in all of these keys.
 * @param {string} table
 * @param {Block[]} items
 * @param {Part} part
 * @param {string[]} keys
 */
export function alikeNumber(table, items, part, keys) {
  const told = keys.filter((key) => part[key]);
  const isAlike = (/** @type {Block} */ item) =>
    told.every((key) => isSame(item[key], part[key].value, columnOf(`${table}.${key}`)));
  return told.length ? items.findIndex(isAlike) : -1;
}

/** @param {string} name */
export function slugOfName(name) {
  const whole = tokens(name).join("-").replace(/[^a-z0-9-]/g, "").replace(/^-+|-+$/g, "");
  if (whole.length <= CEREMONY.longest.slug) return whole;
  const cut = whole.slice(0, CEREMONY.longest.slug + 1);
  return cut.slice(0, cut.lastIndexOf("-")) || whole.slice(0, CEREMONY.longest.slug);
}

/**
 * The id, with a number behind it where it is taken.
 * @param {string} wanted
 * @param {(id: string) => boolean} isTaken
 */
export function freeId(wanted, isTaken) {
  let [id, number] = [wanted, 2];
  while (isTaken(id)) {
    id = `${wanted.slice(0, CEREMONY.longest.slug - 4).replace(/-+$/, "")}-${number}`;
    number += 1;
  }
  return id;
}
