/** A button marked `data-compartir` → the device's own way of sharing the page, or a copied address. */
import { sayDone } from "./avisar.js";

const COPIED = gettext("Dirección copiada");

/** Show the buttons where they can do something; without them the address stands there as text. */
export function offerSharing() {
  const act = sharer();
  if (!act) return;
  for (const button of document.querySelectorAll("button[data-compartir]")) {
    if (!(button instanceof HTMLButtonElement)) continue;
    if (act === copyAddress) button.textContent = gettext("Copiar la dirección");
    button.hidden = false;
    button.addEventListener("click", () => act(button));
  }
}

/** @returns {((button: HTMLButtonElement) => void) | null} */
function sharer() {
  if (typeof navigator.share === "function") return sharePage;
  return navigator.clipboard ? copyAddress : null;
}

function sharePage() {
  navigator.share({ title: document.title, url: publicAddress() }).catch(() => {
    // The reader closed the sheet.
  });
}

/** @param {HTMLButtonElement} button */
function copyAddress(button) {
  navigator.clipboard.writeText(publicAddress()).then(
    () => sayDone(button, COPIED),
    () => (button.hidden = true),
  );
}

/** The page's address as the site gives it, else as it was opened. */
function publicAddress() {
  const canonical = document.querySelector('link[rel="canonical"]');
  const href = canonical instanceof HTMLLinkElement ? canonical.href : "";
  return href || location.href.split("#")[0];
}
