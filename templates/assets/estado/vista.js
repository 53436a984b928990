/** An answer that has come → seen and heard: brought into view, its heading in focus. */

import { fillText } from "./frase.js";

/** How far down the screen a heading may stand and still be seen with what follows it. */
const HIGH_ENOUGH = 0.4;

/**
 * Focus an answer's heading, and scroll only if it stands too low, or above what is seen.
 * @param {HTMLElement} heading
 */
export function bringIntoView(heading) {
  heading.focus({ preventScroll: true });
  const { top } = heading.getBoundingClientRect();
  if (top >= 0 && top <= innerHeight * HIGH_ENOUGH) return;
  heading.scrollIntoView({ block: "start", behavior: wantsStillness() ? "instant" : "smooth" });
}

/**
 * What a screen reader says of an answer that does not take the focus.
 * @param {HTMLElement} answer
 */
export function spoken(answer) {
  const [heading, word] = ["h2", ".apl-palabra"].map((one) => answer.querySelector(one)?.textContent || "");
  return fillText(gettext("Respuesta. {heading}[[: {word}]]."), { heading, word });
}

function wantsStillness() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
