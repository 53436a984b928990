/** Short strings of the index → whole numbers and sorted words, as `pack.py` wrote them. */

const FIRST = 35;
const BACKSLASH = 92;
const WIDE = 0xe000;
const LOW = 0x1000;

/**
 * The numbers in a string.
 * @param {string} text
 * @returns {Int32Array}
 */
export function unpack(text) {
  const numbers = new Int32Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    numbers[count++] =
      char < WIDE ? digit(char) : (char - WIDE) * LOW + digit(text.charCodeAt(++at));
  }
  return numbers.subarray(0, count);
}

/**
 * Rising numbers, written as distances.
 * @param {string} text
 * @returns {Int32Array}
 */
export function unpackRising(text) {
  const numbers = unpack(text);
  for (let at = 1; at < numbers.length; at++) numbers[at] += numbers[at - 1];
  return numbers;
}

/**
 * Sorted words, each line of which leaves out what it shares with the one above.
 * @param {string} text
 * @returns {string[]}
 */
export function frontDecode(text) {
  if (!text) return [];
  let last = "";
  return text.split("\n").map((line) => {
    last = last.slice(0, digit(line.charCodeAt(0))) + line.slice(1);
    return last;
  });
}

/** @param {number} char */
function digit(char) {
  return char - FIRST - (char > BACKSLASH ? 1 : 0);
}
