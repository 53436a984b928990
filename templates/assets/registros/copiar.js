/** A button marked `data-copiar` → copies the text of the element whose id it names. */
import { sayDone } from "./avisar.js";

const CODE_COPIED = gettext("Código copiado");

/** Show the buttons where copying works; without them the text stands there to be selected. */
export function offerCopying() {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("button[data-copiar]")) {
    if (!(button instanceof HTMLButtonElement)) continue;
    const source = document.getElementById(button.dataset.copiar ?? "");
    if (!source) continue;
    button.hidden = false;
    button.addEventListener("click", () => copyText(source.textContent ?? "", button));
  }
}

/**
 * @param {string} text
 * @param {HTMLButtonElement} button
 */
function copyText(text, button) {
  navigator.clipboard.writeText(text).then(
    () => sayDone(button, CODE_COPIED),
    () => (button.hidden = true),
  );
}
