/** Counts in a page, true on the day of its data → the same with that day, once the page is old. */

import { fillText } from "./frase.js";

/**
 * Put the day of the data after every count marked `data-cuenta`; how many there were.
 * @param {string} day
 */
export function dateCounts(day) {
  const counts = document.querySelectorAll("[data-cuenta]");
  for (const one of counts) one.append(fillText(gettext(" al {dia|fecha}"), { dia: day }));
  return counts.length;
}
