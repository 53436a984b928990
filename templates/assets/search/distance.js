/** Two words → how many slips of the hand lie between them. */

/**
 * How many slips a word of this length may have and still be meant.
 * @param {string} word
 */
export function slipsAllowed(word) {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/**
 * The least number of letters changed, left out, added or swapped that turns `typed` into
 * `word`, or, with `unfinished`, into a beginning of it; `most + 1` if it is more than `most`.
 * @param {string} typed
 * @param {string} word
 * @param {number} most
 * @param {boolean} unfinished
 */
export function slips(typed, word, most, unfinished) {
  const length = unfinished ? Math.min(word.length, typed.length + most) : word.length;
  if (Math.abs(length - typed.length) > most) return most + 1;
  let before = new Uint8Array(length + 1);
  let last = new Uint8Array(length + 1);
  let line = new Uint8Array(length + 1);
  for (let j = 0; j <= length; j++) last[j] = j;
  for (let i = 1; i <= typed.length; i++) {
    const letter = typed.charCodeAt(i - 1);
    let least = (line[0] = i);
    for (let j = 1; j <= length; j++) {
      const same = letter === word.charCodeAt(j - 1);
      let cost = Math.min(last[j] + 1, line[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (
        i > 1 &&
        j > 1 &&
        letter === word.charCodeAt(j - 2) &&
        typed.charCodeAt(i - 2) === word.charCodeAt(j - 1)
      ) {
        cost = Math.min(cost, before[j - 2] + 1);
      }
      line[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, last, line] = [last, line, before];
  }
  const found = unfinished ? last.reduce((a, b) => Math.min(a, b)) : last[length];
  return Math.min(found, most + 1);
}
