/** The theme's boxes around wide tables of prose → ones that a keyboard can scroll. */

import { put } from "../idioma/decir.js";

/**
 * The theme puts them there when the page is ready; each is named by the heading above it.
 */
export function letTablesScroll() {
  addEventListener("load", () => {
    for (const box of document.querySelectorAll(".md-typeset__scrollwrap")) {
      box.setAttribute("tabindex", "0");
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", headingBefore(box));
    }
  });
}

/**
 * @param {Element} box
 */
function headingBefore(box) {
  const headings = [...document.querySelectorAll("main :is(h1, h2, h3, h4)")];
  const before = headings.filter(
    (one) => one.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  const words = before.at(-1)?.cloneNode(true);
  if (!(words instanceof Element)) return gettext("Tabla");
  words.querySelector(".headerlink")?.remove();
  return put(gettext("Tabla: {heading}"), { heading: words.textContent?.trim() || "" });
}
