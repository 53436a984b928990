/** Pasted rows and what is published → what each row would do; as `plan.py`. */

import { codeSymbolsOf } from "../estado/codigo.js";
import { Draft } from "./borrador.js";
import { Clerk } from "./entrada.js";
import { Refused } from "./rechazo.js";
import { faultsOf } from "./reglas.js";
import { CEREMONY } from "./tablas.js";

/**
 * @typedef {import("./borrador.js").Block} Block
 * @typedef {import("./borrador.js").Change} Change
 * @typedef {import("./borrador.js").Made} Made
 * @typedef {import("./entrada.js").Settings} Settings
 * @typedef {import("./filas.js").Row} Row
 * @typedef {import("./filas.js").Trouble} Trouble
 * @typedef {import("./borrador.js").Spot} Spot
 * @typedef {object} Outcome  what becomes of a row
 * @property {Row} row
 * @property {"new" | "changed" | "same" | "refused"} state
 * @property {Made[]} made
 * @property {Change[]} changes
 * @property {Trouble[]} troubles
 * @property {Trouble[]} notes
 * @property {Record<string, Spot>} spots
 * @typedef {{outcomes: Outcome[], draft: Draft}} Plan
 */

/**
 * Rows are entered, the companies that would come of it are checked, and rows that would put a
 * fault into one are refused; then all is done again without them, until no fault is left.
 * @param {Row[]} rows
 * @param {Map<string, Block>} known
 * @param {Settings} settings
 * @returns {Plan}
 */
export function planRows(rows, known, settings) {
  /** @type {Map<number, Trouble[]>} */
  const refused = new Map(rows.filter((row) => row.troubles.length).map((row) => [row.number, row.troubles]));
  for (;;) {
    const own = { ...settings, codes: new Set(settings.codes), fresh: new Set() };
    const draft = new Draft(known);
    const outcomes = entered(rows, refused, draft, own);
    const faulty = refusals(draft, known, own);
    if (!faulty.size) return { outcomes, draft };
    for (const [number, troubles] of faulty) refused.set(number, troubles);
  }
}

/**
 * @param {Row[]} rows
 * @param {Map<number, Trouble[]>} refused
 * @param {Draft} draft
 * @param {Settings} settings
 * @returns {Outcome[]}
 */
function entered(rows, refused, draft, settings) {
  const clerk = new Clerk(draft, settings);
  return rows.map((row) => {
    const troubles = refused.get(row.number);
    if (troubles) return refusedRow(row, troubles);
    try {
      clerk.enter(row);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return refusedRow(row, [troubleOf(row.number, error.code, error.params, error.given)]);
    }
    const { made, changes, notes } = draft.entered;
    const state = made.length ? "new" : changes.length ? "changed" : "same";
    const told = notes.map((note) => troubleOf(row.number, note.code, note.params));
    return { row, state, made, changes, troubles: [], notes: told, spots: clerk.spots.get(row.number) || {} };
  });
}

/**
 * @param {Row} row
 * @param {Trouble[]} troubles
 * @returns {Outcome}
 */
function refusedRow(row, troubles) {
  return { row, state: "refused", made: [], changes: [], troubles, notes: [], spots: {} };
}

/**
 * @param {number} row
 * @param {string} code
 * @param {Record<string, unknown>} params
 * @param {import("./filas.js").Given} [given]
 * @returns {Trouble}
 */
function troubleOf(row, code, params, given) {
  const isIts = given && given.row === row && given.column >= 0;
  return { code, params, row, column: isIts ? given.column : -1, header: isIts ? given.header : "" };
}

/**
 * The faults of each row; those that it only brings about elsewhere if it has no others.
 * @param {Draft} draft
 * @param {Map<string, Block>} known
 * @param {Settings} settings
 */
function refusals(draft, known, settings) {
  /** @type {Map<number, Trouble[]>} */
  const own = new Map();
  /** @type {Map<number, Trouble[]>} */
  const elsewhere = new Map();
  for (const { id, code, keys, params } of newFaults(draft, known, settings)) {
    const cell = draft.written.get([id, ...keys].join("/"));
    const { rows, isOwn } = draft.rowsOf(id, keys);
    const told = isOwn ? own : elsewhere;
    for (const row of rows) told.set(row, [...(told.get(row) || []), troubleOf(row, code, params, cell)]);
  }
  return new Map([...elsewhere, ...own]);
}

/**
 * The faults that were not there before, without warnings.
 * @param {Draft} draft
 * @param {Map<string, Block>} known
 * @param {Settings} settings
 */
function newFaults(draft, known, settings) {
  const found = [];
  for (const [id, company] of draft.companies) {
    const before = known.get(id);
    if (company === before) continue;
    const wasThere = new Set(before ? faultsOf(id, before, settings).map(faultKey) : []);
    found.push(
      ...faultsOf(id, company, settings)
        .filter((one) => CEREMONY.messages[one.code][0] === "error" && !wasThere.has(faultKey(one)))
        .map((one) => ({ ...one, id })),
    );
  }
  return [...found, ...repeatedCodes(draft, known, settings)];
}

/** @param {import("./reglas.js").Fault} fault */
function faultKey({ code, params }) {
  return JSON.stringify([code, params]);
}

/**
 * A code is of one certificate or seal of the whole register.
 * @param {Draft} draft
 * @param {Map<string, Block>} known
 * @param {Settings} settings
 */
function repeatedCodes(draft, known, settings) {
  const before = new Set([...known.values()].flatMap(certificatesOf).map(({ block }) => block.codigo));
  /** @type {Map<string, {id: string, keys: (string | number)[]}[]>} */
  const uses = new Map();
  for (const [id, company] of draft.companies) {
    for (const { block, keys } of certificatesOf(company)) {
      if (block.codigo) uses.set(block.codigo, [...(uses.get(block.codigo) || []), { id, keys: [...keys, "codigo"] }]);
    }
  }
  const given = new Set([...draft.written].filter(([name]) => name.endsWith("/codigo")).map(([, one]) => String(one.value)));
  return [...uses].flatMap(([code, places]) => {
    const isTaken = given.has(code) && !before.has(code) && settings.codes.has(codeSymbolsOf(code));
    if (places.length < 2 && !isTaken) return [];
    return places.map(({ id, keys }) => {
      const others = places.filter((other) => other.keys !== keys).map((other) => other.id);
      return { id, keys, code: "APL206", params: { id: code, other: others[0] || "otra ficha" } };
    });
  });
}

/** @param {Block} company */
function certificatesOf(company) {
  /** @type {{block: Block, keys: (string | number)[]}[]} */
  const found = [];
  (company.elementos || []).forEach((/** @type {Block} */ element, /** @type {number} */ e) => {
    (element.adhesiones || []).forEach((/** @type {Block} */ adhesion, /** @type {number} */ a) => {
      (adhesion.certificados || []).forEach((/** @type {Block} */ block, /** @type {number} */ c) => {
        found.push({ block, keys: ["elementos", e, "adhesiones", a, "certificados", c] });
      });
    });
  });
  return found;
}
