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
  const members = coded.members.map((text) => (text ? unpack(text) : new Int32Array(heads.length)));
  const sizes = new Int32Array(heads.length);
  for (const counts of members) for (let n = 0; n < sizes.length; n++) sizes[n] += counts[n];
  const count = sizes.reduce((sum, size) => sum + size + 1, 0);
  const [kind, head, streams] = [
    new Uint8Array(count),
    new Int32Array(count),
    new Uint8Array(count),
  ];
  let at = 0;
  for (let n = 0; n < heads.length; n++) {
    const start = at++;
    kind[start] = heads[n];
    for (let one = 0; one < members.length; one++) {
      const end = at + members[one][n];
      for (; at < end; at++) {
        kind[at] = one;
        streams[at] = one + 2;
        head[at] = start;
      }
    }
    head[start] = start;
    if (at > start + 1) streams[start + 1] = 1;
  }
  return { sizes, kind, head, streams, kinds: coded.kinds };
}
