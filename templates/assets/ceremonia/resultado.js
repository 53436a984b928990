/** A plan → what the page shows of it: counts, what was left out, and every row by what becomes of it. */

import { columnLetters, countedRows, worded } from "./dichos.js";
import { columnsByTarget, textOf } from "./filas.js";
import { CEREMONY } from "./tablas.js";
import { plainHeader } from "./texto.js";

/**
 * @typedef {import("./encabezados.js").Header} Header
 * @typedef {import("./plan.js").Outcome} Outcome
 */

/** @type {[Outcome["state"], string, string, string][]} */
const GROUPS = [
  ["refused", "rechazada", "rechazadas", "no"],
  ["new", "nueva", "nuevas", "bien"],
  ["changed", "cambia", "cambian", "atencion"],
  ["same", "ya está igual", "ya están iguales", "neutro"],
];
const LISTS = { empresas: "empresa nueva", elementos: "instalación nueva", adhesiones: "adhesión", auditorias: "auditoría", certificados: "certificado" };
const KEPT_QUIET = new Set(["person-rut"]);
const MOST_REPEATED = 3;
const TITLES = new Map(
  CEREMONY.lists.flatMap((/** @type {string} */ table) =>
    CEREMONY.tables[table].columns.map((/** @type {any} */ one) => [one.name, one.title]),
  ),
);

/**
 * An element with a class and, mostly, a text.
 * @param {string} name
 * @param {string} className
 * @param {string} [text]
 */
export function piece(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

/**
 * The heading of the answer, how many rows end how, and what was left aside.
 * @param {Outcome[]} outcomes
 * @param {Header} header
 */
export function summaryPieces(outcomes, header) {
  const title = piece("h2", "apl-ceremonia__titulo", `2. Mira el resultado: ${countedRows(outcomes.length, "fila", "filas")}`);
  title.tabIndex = -1;
  const counts = piece("ul", "apl-ceremonia__cuentas");
  for (const [state, one, many, tone] of GROUPS) {
    const count = outcomes.filter((outcome) => outcome.state === state).length;
    if (count) counts.append(piece("li", `apl-ceremonia__cuenta apl-ceremonia--${tone}`, countedRows(count, one, many)));
  }
  return [title, counts, ...asides(header)];
}

/** @param {Header} header */
function asides(header) {
  const quoted = (/** @type {number[]} */ columns) => columns.map((at) => `«${header.names[at]}»`).join(", ");
  const found = piece("ul", "apl-ceremonia__aparte");
  const tell = (/** @type {string} */ lead, /** @type {string} */ names) => {
    const item = piece("li", "");
    item.append(piece("strong", "", lead), ` ${names}`);
    found.append(item);
  };
  if (header.personal.length) tell("Datos personales, que no se leyeron ni van en el archivo:", quoted(header.personal));
  if (header.unknown.length) tell("Columnas que no se usan:", quoted(header.unknown));
  for (const [first, ...others] of columnsByTarget(header).values()) {
    const apart = others.filter((at) => plainHeader(header.names[at]) !== plainHeader(header.names[first]));
    if (apart.length) tell(`Se usan solo donde «${header.names[first]}» está vacía:`, quoted(apart));
  }
  return found.childElementCount ? [found] : [];
}

/**
 * A section for each way in which rows end, what needs attention first.
 * @param {Outcome[]} outcomes
 */
export function groupPieces(outcomes) {
  return GROUPS.flatMap(([state, one, many, tone]) => {
    const rows = outcomes.filter((outcome) => outcome.state === state);
    return rows.length ? [groupOf(rows, `${countedRows(rows.length, one, many)}`, tone, state !== "same")] : [];
  });
}

/**
 * @param {Outcome[]} rows
 * @param {string} title
 * @param {string} tone
 * @param {boolean} isOpen
 */
function groupOf(rows, title, tone, isOpen) {
  const group = /** @type {HTMLDetailsElement} */ (piece("details", `apl-ceremonia__grupo apl-ceremonia--${tone}`));
  group.open = isOpen;
  const shared = sharedNotes(rows);
  const list = piece("ol", "apl-ceremonia__filas");
  list.append(...rows.map((row) => rowPiece(row, shared)));
  group.append(piece("summary", "", title));
  for (const [text, count] of shared) {
    const whose = count === rows.length ? "En todas" : `En ${countedRows(count, "fila", "filas")}`;
    group.append(piece("p", "apl-ceremonia__todas", `${whose}: ${text}.`));
  }
  group.append(list);
  return group;
}

/**
 * What would be said again and again, with how many rows it is said of.
 * @param {Outcome[]} rows
 */
function sharedNotes(rows) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const text of rows.flatMap(notesOf)) counts.set(text, (counts.get(text) || 0) + 1);
  return new Map([...counts].filter(([, count]) => count > MOST_REPEATED));
}

/** @param {Outcome} outcome */
function notesOf({ notes }) {
  return notes.filter(({ code }) => !KEPT_QUIET.has(code)).map((note) => worded(note).text);
}

/**
 * @param {Outcome} outcome
 * @param {Map<string, number>} shared
 */
function rowPiece(outcome, shared) {
  const item = piece("li", "apl-ceremonia__fila");
  const name = piece("span", "apl-ceremonia__nombre", nameOf(outcome));
  item.append(piece("span", "apl-ceremonia__numero", `Fila ${outcome.row.number}`), name);
  const told = piece("ul", "");
  if (outcome.made.length) told.append(piece("li", "", `Crea: ${madeWords(outcome)}`));
  for (const { key, before, after } of outcome.changes) {
    told.append(piece("li", "", `${TITLES.get(key) || key}: «${before || "vacío"}» → «${after}»`));
  }
  for (const trouble of outcome.troubles) told.append(troublePiece(trouble));
  for (const text of notesOf(outcome)) {
    if (!shared.has(text)) told.append(piece("li", "apl-ceremonia__nota", sentence(text)));
  }
  if (told.childElementCount) item.append(told);
  return item;
}

/** @param {Outcome} outcome */
function nameOf({ row }) {
  const company = row.parts.empresas || {};
  const element = row.parts.elementos || {};
  const names = [company.razon_social || company.empresa || company.nombre_fantasia, element.nombre || element.elemento];
  return names.flatMap((given) => (given ? [textOf(given)] : [])).join(" · ") || "sin nombre";
}

/** @param {Outcome} outcome */
function madeWords({ made }) {
  return made.map(({ table }) => LISTS[/** @type {keyof typeof LISTS} */ (table)]).join(", ");
}

/** @param {import("./filas.js").Trouble} trouble */
function troublePiece(trouble) {
  const { text, hint } = worded(trouble);
  const item = piece("li", "apl-ceremonia__falta");
  if (trouble.column >= 0) {
    item.append(piece("strong", "", `${trouble.header || "Columna"} (columna ${columnLetters(trouble.column)}):`), " ");
  }
  item.append(trouble.column >= 0 ? text : sentence(text), /[.?!]$/.test(text) ? "" : ".");
  if (hint) item.append(" ", piece("span", "apl-ceremonia__consejo", hint));
  return item;
}

/** @param {string} text */
function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
