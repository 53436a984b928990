/** A place in a company's record → a fault that is told of it. */

/**
 * @typedef {import("./borrador.js").Block} Block
 * @typedef {import("./borrador.js").Keys} Keys
 * @typedef {{code: string, keys: Keys, params: Record<string, unknown>}} Fault
 * @typedef {{block: Block, keys: Keys}} Placed
 */

/**
 * @param {string} code
 * @param {Keys} keys
 * @param {Record<string, unknown>} [params]
 * @returns {Fault}
 */
export function fault(code, keys, params = {}) {
  return { code, keys, params };
}

/**
 * @param {Block} block
 * @param {Keys} keys
 * @param {string} list
 * @returns {Placed[]}
 */
export function placed(block, keys, list) {
  return (block[list] || []).map((/** @type {Block} */ one, /** @type {number} */ n) => ({ block: one, keys: [...keys, list, n] }));
}

/**
 * @param {string} one
 * @param {string} other
 */
export function compare(one, other) {
  return one < other ? -1 : Number(one > other);
}
