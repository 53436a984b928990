/** The rows of an answer, and those that miss it by one facet → the exact counts of a facet. */

/**
 * @typedef {import("./register.js").Facet} Facet
 */

/**
 * @typedef {object} Tally
 * @property {Int32Array} rows  that meet the whole choice
 * @property {Int32Array} near  that miss the choice of one facet only
 * @property {Int32Array} misses  for each row, one bit per facet whose choice it does not meet
 */

/** Counts are made when they are asked for: nobody sees those of a folded facet. */
export class Counts {
  /**
   * @param {Facet[]} facets
   * @param {Tally} tally
   */
  constructor(facets, tally) {
    this.facets = facets;
    this.tally = tally;
    /** @type {Map<string, Int32Array>} */
    this.made = new Map();
  }

  /**
   * How many rows each value of a facet has, given the choice in the other facets.
   * @param {string} id
   * @returns {Int32Array}
   */
  get(id) {
    let counts = this.made.get(id);
    if (!counts) {
      const place = this.place(id);
      counts = valueCounts(this.facets[place], 1 << place, this.tally);
      this.made.set(id, counts);
    }
    return counts;
  }

  /**
   * Whether any value of a facet has rows; most facets tell by the first few.
   * @param {string} id
   */
  offers(id) {
    const place = this.place(id);
    const { of, groups } = this.facets[place];
    const { rows, near, misses } = this.tally;
    for (let n = 0; n < rows.length; n++) if (groups[of[rows[n]]].length) return true;
    for (let n = 0; n < near.length; n++)
      if (misses[near[n]] === 1 << place && groups[of[near[n]]].length) return true;
    return false;
  }

  /** @param {string} id */
  place(id) {
    return this.facets.findIndex((facet) => facet.id === id);
  }
}

/**
 * @param {Facet} facet
 * @param {number} bit  of the facet in `misses`
 * @param {Tally} tally
 */
function valueCounts({ ids, of, groups }, bit, { rows, near, misses }) {
  const inGroup = new Int32Array(groups.length);
  for (let n = 0; n < rows.length; n++) inGroup[of[rows[n]]]++;
  for (let n = 0; n < near.length; n++) if (misses[near[n]] === bit) inGroup[of[near[n]]]++;
  const counts = new Int32Array(ids.length);
  groups.forEach((group, n) => {
    if (inGroup[n]) for (const value of group) counts[value] += inGroup[n];
  });
  return counts;
}
