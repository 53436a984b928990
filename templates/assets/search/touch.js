/** The search boxes of a page → their script and the index, fetched when one of them is touched. */

import { addScript } from "../registros/guion.js";
import { loadPart, readSite } from "./parts.js";

/** Wait for a reader who searches; the others pay nothing for it. */
export function awaitSearch() {
  const forms = document.querySelectorAll("form[data-buscador]");
  const start = () => {
    for (const form of forms) form.removeEventListener("focusin", start);
    const site = readSite();
    loadPart(site, "facetas").catch(() => {}); // at the same time; the script says what failed
    addScript(site, "buscador").onerror = wait;
  };
  const wait = () => {
    for (const form of forms) form.addEventListener("focusin", start);
  };
  wait();
  const focused = document.activeElement?.closest("form[data-buscador]");
  if (focused) start();
}
