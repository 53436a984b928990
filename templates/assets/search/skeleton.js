/** The explorer's page → its named parts; what they say when there is no index. */

import { StaleIndex } from "./parts.js";
import { TEXTS } from "./texts.js";

/** @typedef {ReturnType<typeof elementsOf>} Skeleton */

/**
 * The parts of the explorer's page, see `fragments/explorer.html`.
 * @param {ParentNode} root
 */
export function elementsOf(root) {
  const find = (/** @type {string} */ name) =>
    /** @type {HTMLElement} */ (root.querySelector(`[data-busca="${name}"]`));
  return {
    form: /** @type {HTMLFormElement} */ (find("formulario")),
    box: /** @type {HTMLInputElement} */ (find("caja")),
    order: /** @type {HTMLSelectElement} */ (find("orden")),
    app: find("aplicacion"),
    status: find("estado"),
    heading: find("cuenta"),
    hint: find("aviso"),
    note: find("nota"),
    list: find("lista"),
    pager: find("paginas"),
    drawer: /** @type {HTMLDetailsElement} */ (find("cajon")),
    drawerTitle: find("cajon-titulo"),
    facets: find("facetas"),
    chips: find("elegidos"),
    download: /** @type {HTMLButtonElement} */ (find("descargar")),
  };
}

/**
 * Say why there is no answer, to those who see the page and to those who hear it.
 * @param {Skeleton} parts
 * @param {unknown} error
 */
export function showFault({ heading, hint, status }, error) {
  heading.textContent = TEXTS.noAnswer;
  hint.hidden = false;
  hint.textContent = error instanceof StaleIndex ? TEXTS.changed : TEXTS.failed;
  status.textContent = hint.textContent;
}
