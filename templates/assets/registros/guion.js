/** The name of one of our scripts → that script in the page, in the page's language. */

import { EDITION } from "../idioma/edicion.js";
import { hrefOf } from "../search/parts.js";

/**
 * Have it fetched and run; what comes back tells when, and whether it failed.
 * @param {import("../search/parts.js").Site} site
 * @param {string} name
 */
export function addScript(site, name) {
  const script = document.createElement("script");
  script.src = hrefOf(site, `recursos/${EDITION.prefix}${name}.js`);
  document.head.append(script);
  return script;
}
