/** The families of the index → the kind and the head of each row, and the stream of its codes. */

import { unpack } from "./pack.js";

/**
 * @typedef {object} Families
 * @property {Int32Array} sizes  how many rows follow each head
 * @property {Uint8Array} kind  the kind of each row, a place in `kinds`
 * @property {Int32Array} head  the row that heads the family of each row
 * @property {Uint8Array} streams  the stream of each row's codes: 0 heads, 1 first members, …
 * @property {[string, string][]} kinds  ids and labels, in the order of members
 */

/**
 * @param {{kinds: [string, string][], heads: string, members: string[]}} coded
 * @returns {Families}
 */
export function decodeFamilies(coded) {
  const heads = unpack(coded.heads);
  const members = coded.members.map((text) => (text ? unpack(text) : null));
  const sizes = heads.map((_, n) => members.reduce((sum, counts) => sum + (counts ? counts[n] : 0), 0));
  const count = sizes.reduce((sum, size) => sum + size + 1, 0);
  const kind = new Uint8Array(count);
  const head = new Int32Array(count);
  const streams = new Uint8Array(count);
  let at = 0;
  for (let n = 0; n < heads.length; n++) {
    const start = at;
    kind[at] = heads[n];
    head[at++] = start;
    members.forEach((counts, one) => {
      for (let left = counts ? counts[n] : 0; left > 0; left--) {
        kind[at] = one;
        streams[at] = at === start + 1 ? 1 : one + 2;
        head[at++] = start;
      }
    });
  }
  return { sizes, kind, head, streams, kinds: coded.kinds };
}
