/** Chosen facet values and scores → the rows that remain, their order, and the exact counts. */

import { Counts } from "./counts.js";

/**
 * @typedef {import("./register.js").Register} Register
 */

/**
 * @typedef {object} Selection
 * @property {Int32Array} rows  in the order of the index, which is that of the names
 * @property {Counts} counts
 */

/**
 * Several values of a facet are alternatives; every facet must be met. The counts of a facet
 * leave its own choice aside, so they tell what another value would bring.
 * @param {Register} register
 * @param {Record<string, string[]>} chosen
 * @param {Uint16Array | null} scores
 * @returns {Selection}
 */
export function select(register, chosen, scores) {
  const misses = missedFacets(register, chosen);
  const [met, near] = [new Int32Array(register.size), new Int32Array(register.size)];
  let [metCount, nearCount] = [0, 0];
  for (let row = 0; row < register.size; row++) {
    if (scores && !scores[row]) continue;
    const missed = misses[row];
    if (!missed) met[metCount++] = row;
    else if (!(missed & (missed - 1))) near[nearCount++] = row;
  }
  const rows = met.subarray(0, metCount);
  const tally = { rows, near: near.subarray(0, nearCount), misses };
  return { rows, counts: new Counts(register.facets, tally) };
}

/**
 * The rows with the best scores first; equals stay in the order of names.
 * @param {Int32Array} rows
 * @param {Uint16Array} scores
 */
export function byScore(rows, scores) {
  const most = rows.reduce((best, row) => Math.max(best, scores[row]), 0);
  const starts = new Int32Array(most + 2);
  for (const row of rows) starts[most - scores[row] + 1]++;
  for (let n = 1; n < starts.length; n++) starts[n] += starts[n - 1];
  const ordered = new Int32Array(rows.length);
  for (const row of rows) ordered[starts[most - scores[row]]++] = row;
  return ordered;
}

/**
 * The rows whose last day comes next first, then those past, the latest first, then the rest.
 * @param {Int32Array} rows
 * @param {Int32Array} last
 * @param {number} today
 */
export function byLastDay(rows, last, today) {
  const far = 1e6;
  const keys = Float64Array.from(rows, (row) => {
    const rank = !last[row]
      ? 2 * far
      : last[row] >= today
        ? last[row] - today
        : far + today - last[row];
    return rank * 2 ** 24 + row;
  });
  return Int32Array.from(keys.sort(), (key) => key % 2 ** 24);
}

/**
 * For each row, one bit per facet whose choice it does not meet.
 * @param {Register} register
 * @param {Record<string, string[]>} chosen
 */
function missedFacets(register, chosen) {
  const misses = new Int32Array(register.size);
  register.facets.forEach((facet, n) => {
    const wanted = chosen[facet.id] || [];
    if (!wanted.length) return;
    const values = wanted.map((id) => facet.ids.indexOf(id));
    const meets = Uint8Array.from(facet.groups, (group) =>
      group.some((value) => values.includes(value)) ? 1 : 0,
    );
    const of = facet.of;
    for (let row = 0; row < misses.length; row++) if (!meets[of[row]]) misses[row] |= 1 << n;
  });
  return misses;
}
