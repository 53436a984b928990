/** Companies as they will be: changed cell by cell, undone row by row; as `draft.py`. */

import { isSame } from "./celdas.js";
import { textOf } from "./filas.js";
import { Refused } from "./rechazo.js";
import { nameKey } from "./texto.js";

/**
 * @typedef {import("./celdas.js").Column} Column
 * @typedef {import("./celdas.js").Value} Value
 * @typedef {import("./filas.js").Given} Given
 * @typedef {(string | number)[]} Keys  the way from a company to one of its blocks
 * @typedef {Record<string, any>} Block
 * @typedef {{id: string, keys: Keys}} Spot
 * @typedef {{key: string, before: string, after: string}} Change
 * @typedef {{table: string, name: string}} Made
 * @typedef {{code: string, params: Record<string, unknown>}} Note
 */

export class Draft {
  /** @param {Map<string, Block>} known  companies by id, as the register has them */
  constructor(known) {
    /** @type {Map<string, Block>} */
    this.companies = new Map(known);
    /** @type {Set<string>} */
    this.fresh = new Set();
    /** @type {Map<string, Given>} what cells said, by company and keys */
    this.written = new Map();
    /** @type {Map<string, number>} rows that changed a key or made a block */
    this.effects = new Map();
    /** @type {Set<string>} companies that are the row's own copies */
    this.touched = new Set();
    /** @type {Set<string>} blocks that the row made */
    this.ownBlocks = new Set();
    /** @type {{made: Made[], changes: Change[], notes: Note[]}} */
    this.entered = { made: [], changes: [], notes: [] };
    this.row = 0;
    this.before = this.snapshot();
  }

  snapshot() {
    return {
      companies: new Map(this.companies),
      fresh: new Set(this.fresh),
      written: new Map(this.written),
      effects: new Map(this.effects),
    };
  }

  /** @param {number} row */
  begin(row) {
    this.row = row;
    this.touched = new Set();
    this.ownBlocks = new Set();
    this.entered = { made: [], changes: [], notes: [] };
    this.before = this.snapshot();
  }

  /** Forget all that this row did. */
  undo() {
    Object.assign(this, this.before);
  }

  /** @param {string} id */
  touch(id) {
    if (this.touched.has(id)) return;
    this.touched.add(id);
    this.companies.set(id, structuredClone(this.companies.get(id) || {}));
  }

  /** @param {Spot} spot */
  at({ id, keys }) {
    return keys.reduce((/** @type {any} */ value, key) => value?.[key], this.companies.get(id));
  }

  /**
   * @param {Spot} spot
   * @returns {Block[]}
   */
  items(spot) {
    return this.at(spot) || [];
  }

  /**
   * A new company, empty as yet.
   * @param {string} id
   * @param {string} name
   * @returns {Spot}
   */
  create(id, name) {
    this.touched.add(id);
    this.companies.set(id, { elementos: [] });
    this.fresh.add(id);
    const spot = { id, keys: [] };
    this.mark(spot);
    this.entered.made.push({ table: "empresas", name });
    return spot;
  }

  /**
   * A new block at the end of a list.
   * @param {Spot} list
   * @param {string} table
   * @param {string} name
   * @returns {Spot}
   */
  append(list, table, name) {
    this.touch(list.id);
    const parent = this.at({ id: list.id, keys: list.keys.slice(0, -1) });
    const items = (parent[list.keys[list.keys.length - 1]] ||= []);
    items.push({});
    const spot = { id: list.id, keys: [...list.keys, items.length - 1] };
    this.mark(spot);
    this.entered.made.push({ table, name });
    return spot;
  }

  /**
   * A value that no cell gave: a default, a code.
   * @param {Spot} spot
   * @param {string[]} path
   * @param {Value} value
   */
  put(spot, path, value) {
    this.touch(spot.id);
    let block = this.at(spot);
    for (const key of path.slice(0, -1)) block = block[key] ||= {};
    block[path[path.length - 1]] = value;
  }

  /**
   * What a cell says; two rows that say different things of one key cannot both be right.
   * @param {Spot} spot
   * @param {Column} column
   * @param {Given} given
   */
  set(spot, column, given) {
    const keys = [...spot.keys, ...column.path];
    const name = pathKey(spot.id, keys);
    const before = this.at({ id: spot.id, keys });
    const other = this.written.get(name);
    if (other) {
      if (isSame(other.value, given.value, column)) return;
      throw new Refused("contradicts", { value: textOf(given), other: textOf(other), row: other.row }, given);
    }
    if (!isSame(before, given.value, column)) {
      this.put(spot, column.path, given.value);
      this.effects.set(name, given.row);
      const shown = Array.isArray(before) ? before.join("; ") : before || "";
      if (!this.isNew(spot)) this.entered.changes.push({ key: column.name, before: shown, after: textOf(given) });
    }
    this.written.set(name, given);
  }

  /**
   * @param {string} code
   * @param {Record<string, unknown>} [params]
   */
  note(code, params = {}) {
    this.entered.notes.push({ code, params });
  }

  /** @param {Spot} spot */
  isNew({ id, keys }) {
    return [...keys.keys(), keys.length].some((length) => this.ownBlocks.has(pathKey(id, keys.slice(0, length))));
  }

  /** @param {Spot} spot */
  mark({ id, keys }) {
    const name = pathKey(id, keys);
    this.effects.set(name, this.row);
    this.ownBlocks.add(name);
  }

  /**
   * The rows with an effect nearest to a place, and whether they made what it is in.
   * @param {string} id
   * @param {Keys} keys
   */
  rowsOf(id, keys) {
    for (let length = keys.length; length >= 0; length -= 1) {
      const prefix = pathKey(id, keys.slice(0, length));
      const found = [...this.effects].filter(([name]) => name === prefix || name.startsWith(`${prefix}/`));
      if (found.length) return { rows: new Set(found.map(([, row]) => row)), isOwn: length >= keys.length - 1 };
    }
    return { rows: new Set(this.effects.values()), isOwn: false };
  }

  /**
   * The companies that bear a name, legal or trade; that have a RUT, today's or a former one.
   * @param {"names" | "ruts"} by
   * @param {string} wanted
   */
  companiesBy(by, wanted) {
    const says = by === "names" ? namesOf : rutsOf;
    return wanted ? [...this.companies].filter(([, one]) => says(one).includes(wanted)).map(([id]) => id) : [];
  }
}

/**
 * @param {string} id
 * @param {Keys} keys
 */
function pathKey(id, keys) {
  return [id, ...keys].join("/");
}

/**
 * What a block is called, for comparing.
 * @param {Block} block
 */
export function namesOf(block) {
  return [block.razon_social, block.nombre_fantasia, block.nombre].filter(Boolean).map(nameKey);
}

/** @param {Block} company */
function rutsOf(company) {
  return [company.rut, ...(company.ruts || [])].filter(Boolean);
}
