/** Coded columns of the index → the group of each row; the codes are told in `columns.py`. */

import { unpack } from "./pack.js";

const RECENT = 8;
const NEW = RECENT;

/**
 * @typedef {object} CodedColumn
 * @property {number[][]} groups  the groups in the order of their first naming
 * @property {string} fresh
 * @property {string[]} rows  one string of codes per stream
 */

/**
 * @typedef {object} Plan
 * @property {Int32Array | null} like  the groups of the facet this one is like
 * @property {boolean} unions  whether the head of a family is mostly the union of its members
 */

/**
 * @typedef {object} Grouped
 * @property {Int32Array} of  the group of each row
 * @property {number[][]} groups  what each group holds
 */

/**
 * Decode one column.
 * @param {CodedColumn} column
 * @param {Plan} plan
 * @param {Int32Array} sizes  how many rows follow each head
 * @param {Uint8Array} streams  the stream of each row
 * @returns {Grouped}
 */
export function decodeColumn(column, plan, sizes, streams) {
  const decoder = new ColumnDecoder(column, plan, streams);
  let at = 0;
  for (const size of sizes) {
    decoder.family(at, size);
    at += size + 1;
  }
  return { of: decoder.of, groups: decoder.groups };
}

class ColumnDecoder {
  /**
   * @param {CodedColumn} column
   * @param {Plan} plan
   * @param {Uint8Array} streams
   */
  constructor(column, plan, streams) {
    this.plan = plan;
    this.streams = streams;
    this.codes = column.rows.map(unpack);
    this.next = new Int32Array(column.rows.length);
    this.fresh = unpack(column.fresh);
    this.freshAt = 0;
    this.groups = column.groups.slice();
    this.named = 0;
    this.of = new Int32Array(streams.length);
    /** @type {Map<number, number[]>} */
    this.lists = new Map();
    /** @type {Map<string, number>} */
    this.mixed = new Map();
    /** @type {Map<string, number>} */
    this.unions = new Map(this.groups.map((group, number) => [group.join(), number]));
  }

  /**
   * @param {number} at
   * @param {number} size
   */
  family(at, size) {
    if (size === 1) return this.pair(at);
    /** @type {number[]} */
    const recent = [];
    for (let row = at + 1; row <= at + size; row++) {
      const code = this.take(this.streams[row]);
      const group = code < RECENT ? recent[code] : this.name(row, code);
      this.of[row] = group;
      const place = code < RECENT ? code : recent.indexOf(group);
      if (place > 0) recent.splice(place, 1);
      if (place !== 0) recent.unshift(group);
    }
    const code = this.take(0);
    this.of[at] = code < RECENT ? this.union(recent) : this.name(at, code);
  }

  /**
   * A head and one member: nothing to look back on.
   * @param {number} at
   */
  pair(at) {
    const group = this.name(at + 1, this.take(1));
    const code = this.take(0);
    this.of[at + 1] = group;
    this.of[at] = code < RECENT ? group : this.name(at, code);
  }

  /** @param {number} stream */
  take(stream) {
    return this.codes[stream][this.next[stream]++];
  }

  /**
   * @param {number} row
   * @param {number} code
   */
  name(row, code) {
    const model = this.plan.like ? this.plan.like[row] : 0;
    let list = this.lists.get(model);
    if (!list) this.lists.set(model, (list = []));
    if (code > NEW) return list[code - NEW - 1];
    const fresh = this.fresh[this.freshAt++];
    const group = fresh ? fresh - 1 : this.named++;
    list.push(group);
    return group;
  }

  /** @param {number[]} recent */
  union(recent) {
    if (recent.length === 1) return recent[0];
    const mixed = recent.sort((a, b) => a - b).join();
    const known = this.mixed.get(mixed);
    if (known !== undefined) return known;
    const group = this.intern(recent);
    this.mixed.set(mixed, group);
    return group;
  }

  /**
   * The number of the group that holds the values of all these.
   * @param {number[]} recent
   */
  intern(recent) {
    const values = new Set(recent.flatMap((group) => this.groups[group]));
    const sorted = [...values].sort((a, b) => a - b);
    const known = this.unions.get(sorted.join());
    if (known !== undefined) return known;
    this.unions.set(sorted.join(), this.groups.length);
    return this.groups.push(sorted) - 1;
  }
}
