/** What a button did → said to who hears the page, for its own new words are seen but not heard. */

/** Milliseconds: a region that is new is listened to only for what comes later. */
const MOMENT = 150;

/** @type {HTMLElement | undefined} */
let region;

/**
 * Have a text read out, without taking the focus.
 * @param {string} text
 */
export function say(text) {
  const place = (region ??= newRegion());
  place.textContent = "";
  setTimeout(() => (place.textContent = text), MOMENT);
}

function newRegion() {
  const place = document.createElement("p");
  place.className = "apl-solo-lector";
  place.setAttribute("role", "status");
  document.body.append(place);
  return place;
}

/**
 * Tell on a button, and aloud, that it did what it is for.
 * @param {HTMLButtonElement} button
 * @param {string} text
 */
export function sayDone(button, text) {
  button.textContent = text;
  say(text);
}
