/** The first part of the index → the rows with their kinds, families and facets. */

import { decodeColumn } from "./columns.js";
import { decodeFamilies } from "./families.js";
import { unpack, unpackRising } from "./pack.js";

/**
 * @typedef {import("./families.js").Families} Families
 * @typedef {import("./days.js").Days} Days
 */

/**
 * @typedef {object} Facet
 * @property {string} id
 * @property {string[]} ids  of its values
 * @property {string[]} labels
 * @property {Int32Array} of  the group of each row
 * @property {number[][]} groups  the values of each group
 */

/** The id of the facet that the kinds make. */
export const KIND = "tipo";

export class Register {
  /** @param {any} part  as `parts.py` describes `facetas` */
  constructor(part) {
    /** @type {Families} */
    this.families = decodeFamilies(part.families);
    this.size = this.families.kind.length;
    this.examples = unpack(part.examples);
    /** Whether any row is fictional. */
    this.fictional = this.examples.includes(1);
    /** @type {Facet[]} */
    this.facets = [kindFacet(this.families), ...readFacets(part.facets, this.families)];
    this.blockStarts = unpackRising(part.blocks);
    /** @type {Record<string, string>} */
    this.hashes = part.parts;
    /** @type {string[]} */
    this.firstWords = part.words;
    /** @type {string[]} */
    this.firstKeys = part.keys;
    /** How many words the title of each head has; filled in later where the texts tell. */
    this.lengths = headLengths(part.lengths, this.families);
    /** @type {Days | null} */
    this.days = null;
  }

  /** @param {string} id */
  facet(id) {
    return this.facets.find((facet) => facet.id === id);
  }

  /**
   * The label of the value at a place of a row's group, "" if there is none.
   * @param {string} facetId
   * @param {number} row
   * @param {number} [place]
   */
  labelAt(facetId, row, place = 0) {
    const facet = this.facet(facetId);
    const value = facet?.groups[facet.of[row]][place];
    return facet && value !== undefined ? facet.labels[value] : "";
  }

  /**
   * The ids of a row's values in a facet.
   * @param {string} facetId
   * @param {number} row
   * @returns {string[]}
   */
  ids(facetId, row) {
    const facet = this.facet(facetId);
    return facet ? facet.groups[facet.of[row]].map((value) => facet.ids[value]) : [];
  }

  /**
   * How many of the rows are fictional.
   * @param {Int32Array} rows
   */
  examplesAmong(rows) {
    let count = 0;
    if (this.fictional) for (let n = 0; n < rows.length; n++) count += this.examples[rows[n]];
    return count;
  }

  /** @param {number} row */
  kind(row) {
    return this.families.kinds[this.families.kind[row]][0];
  }

  /**
   * The parts of a company of one kind; none for any other row.
   * @param {number} head
   * @param {string} kind
   * @returns {number[]}
   */
  members(head, kind) {
    const found = [];
    for (let row = head + 1; this.families.head[row] === head; row++)
      if (this.kind(row) === kind) found.push(row);
    return found;
  }

  /** @param {number} row */
  blockOf(row) {
    let block = this.blockStarts.length - 1;
    while (this.blockStarts[block] > row) block--;
    return block;
  }
}

/**
 * @param {Families} families
 * @returns {Facet}
 */
function kindFacet(families) {
  return {
    id: KIND,
    ids: families.kinds.map(([id]) => id),
    labels: families.kinds.map(([, label]) => label),
    of: Int32Array.from(families.kind),
    groups: families.kinds.map((_, n) => [n]),
  };
}

/**
 * @param {any[]} columns
 * @param {Families} families
 * @returns {Facet[]}
 */
function readFacets(columns, families) {
  /** @type {Map<string | null, Facet>} */
  const done = new Map();
  for (const column of columns) {
    const like = column.like ? done.get(column.like)?.of || null : null;
    const coded = {
      groups: column.groups.map((/** @type {string} */ group) => Array.from(unpack(group))),
      fresh: column.fresh,
      rows: column.rows,
    };
    const { of, groups } = decodeColumn(
      coded,
      { like, unions: true },
      families.sizes,
      families.streams,
    );
    done.set(column.id, {
      id: column.id,
      ids: column.values.map((/** @type {[string, string]} */ value) => value[0]),
      labels: column.values.map((/** @type {[string, string]} */ value) => value[1]),
      of,
      groups,
    });
  }
  return [...done.values()];
}

/**
 * @param {string} coded
 * @param {Families} families
 */
function headLengths(coded, families) {
  const lengths = new Uint8Array(families.kind.length);
  if (!coded) return lengths;
  let at = 0;
  unpack(coded).forEach((length, n) => {
    lengths[at] = length;
    at += families.sizes[n] + 1;
  });
  return lengths;
}
