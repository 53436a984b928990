/** Accepted rows → the file for `registry/entrada/`: a plain list that `apl import` takes whole. */

import { isOfPerson } from "./fichas.js";
import { textOf } from "./filas.js";
import { CEREMONY } from "./tablas.js";

/**
 * @typedef {import("./plan.js").Outcome} Outcome
 * @typedef {import("./plan.js").Plan} Plan
 */

const NAMES_OF_LISTS = { empresas: "empresa", elementos: "elemento", adhesiones: "adhesion", auditorias: "auditoria", certificados: "certificado" };
const PERSONS_OWN = ["rut", "razon_social", "nombre_fantasia", "marcas", "empresa", "sitio_web"];
const PERSONS_PLACE = ["direccion", "ubicacion_lat", "ubicacion_lon"];

/**
 * One row for each that is new or changes something; "" where none does.
 * @param {Plan} plan
 * @param {string} source  where new companies are known from
 */
export function fileOf({ outcomes, draft }, source) {
  const kept = outcomes.filter(({ state }) => state === "new" || state === "changed");
  const rows = kept.map((outcome) => fileCells(outcome, draft, source));
  const used = new Set(rows.flatMap((row) => [...row.keys()]));
  const order = [...CEREMONY.file, ...used].filter((name, at, all) => used.has(name) && all.indexOf(name) === at);
  if (!rows.length) return "";
  const lines = [order, ...rows.map((row) => order.map((name) => row.get(name) || ""))];
  return lines.map((line) => `${line.map(csvCell).join(",")}\r\n`).join("");
}

/**
 * @param {Outcome} outcome
 * @param {import("./borrador.js").Draft} draft
 * @param {string} source
 */
function fileCells({ row, spots }, draft, source) {
  /** @type {Map<string, string>} */
  const cells = new Map();
  const company = spots.empresas;
  const isPerson = isOfPerson(row) || draft.at(company).tipo === "persona_natural";
  for (const table of CEREMONY.lists) {
    if (spots[table]) addCells(cells, table, row.parts[table] || {}, draft.at(spots[table]), isPerson);
  }
  const isFresh = draft.fresh.has(company.id);
  if (!isFresh || isPerson) cells.set("empresa_id", company.id);
  if (isFresh && isPerson) cells.set("empresa_tipo", "persona_natural");
  if (isFresh && source && !cells.has("fuente")) cells.set("fuente", source);
  return cells;
}

/**
 * What the row said of a block, as its record will hold it.
 * @param {Map<string, string>} cells
 * @param {string} table
 * @param {import("./filas.js").Part} part
 * @param {import("./borrador.js").Block} block
 * @param {boolean} isPerson
 */
function addCells(cells, table, part, block, isPerson) {
  const singular = NAMES_OF_LISTS[/** @type {keyof typeof NAMES_OF_LISTS} */ (table)];
  const withheld = !isPerson ? [] : table === "empresas" ? PERSONS_OWN : table === "elementos" ? PERSONS_PLACE : [];
  const settled = { adhesiones: ["acuerdo", "estado"], auditorias: ["tipo"], certificados: ["codigo"], elementos: ["id", "alcance"] };
  const always = settled[/** @type {keyof typeof settled} */ (table)] || [];
  for (const column of CEREMONY.tables[table].columns) {
    if (withheld.includes(column.name) || !(part[column.name] || always.includes(column.name))) continue;
    const value = column.path.reduce((/** @type {any} */ inner, /** @type {string} */ key) => inner?.[key], block);
    if (value !== undefined) cells.set(`${singular}_${column.name}`, joinedCell(value));
  }
  if (table === "elementos" && block.nombre) cells.set("elemento_nombre", block.nombre);
  if (table === "empresas" && part.empresa && !isPerson && block.razon_social) cells.set("empresa_razon_social", block.razon_social);
  if (part.fuente) cells.set("fuente", textOf(part.fuente));
}

/** @param {string | string[]} value */
function joinedCell(value) {
  const quoted = (/** @type {string} */ one) => (/[;"\n\r]/.test(one) || one !== one.trim() ? `"${one.replace(/"/g, '""')}"` : one);
  return Array.isArray(value) ? value.map(quoted).join("; ") : value;
}

/** @param {string} text */
function csvCell(text) {
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
