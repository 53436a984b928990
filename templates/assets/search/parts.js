/** Names of index parts → their content, fetched once, or run as scripts where there is no server. */

import { EDITION } from "../idioma/edicion.js";

/**
 * @typedef {object} Site  what the page says about itself, see `data-raiz`
 * @property {string} root  the way from the page to the root of the site: "../.." or "."
 * @property {boolean} offline  whether the site was opened as a folder
 * @property {string} day  the day of the data, AAAA-MM-DD
 * @property {number} trust  after so many days a status may no longer be trusted
 * @property {number} soon  "por vencer" means so many days or less
 */

/** The index changed while the page was open: what was loaded no longer fits together. */
export class StaleIndex extends Error {}

const GLOBAL = "registroBuscar";
const IN_PAIRS = /^(?:(?:empresas|v)\/[^/]+|acuerdos\/[^/]+(?:\/esquema)?)\/$/; // as `editions.py`

/**
 * @returns {Site}
 */
export function readSite() {
  const marked = document.querySelector("[data-raiz]");
  const data = marked instanceof HTMLElement ? marked.dataset : {};
  return {
    root: data.raiz || ".",
    offline: data.sinServidor !== undefined,
    day: data.dia || "",
    trust: Number(data.diasConfiables || 7),
    soon: Number(data.diasPorVencer || 90),
  };
}

/**
 * The address of a page in this edition, or the one it has where the edition lacks it.
 * @param {string} path
 */
export function inEdition(path) {
  return hasPage(path.split("#")[0]) ? `${EDITION.prefix}${path}` : path;
}

/** @param {string} page */
function hasPage(page) {
  return EDITION.prefix !== "" && (IN_PAIRS.test(page) || Object.hasOwn(EDITION.pages, page));
}

/**
 * The link from this page to a path of the site; a folder opened without a server has no index.
 * @param {Site} site
 * @param {string} path
 */
export function hrefOf(site, path) {
  const [page, anchor] = inEdition(path).split("#");
  const file = site.offline && (page === "" || page.endsWith("/")) ? `${page}index.html` : page;
  return `${site.root}/${file}${anchor === undefined ? "" : `#${anchor}`}`;
}

/**
 * One part of the index; `hash` is what the first part says of it.
 * @param {Site} site
 * @param {string} name
 * @param {string} [hash]
 * @returns {Promise<any>}
 */
export function loadPart(site, name, hash) {
  const loading = shared("partesPedidas");
  const key = `${name} ${hash || ""}`;
  if (!loading[key]) {
    loading[key] = (site.offline ? runPart(site, name) : fetchPart(site, name, hash)).then(
      (part) => {
        if (hash && part.hash !== hash) throw new StaleIndex(name);
        return part;
      },
    );
    loading[key].catch(() => delete loading[key]);
  }
  return loading[key];
}

/**
 * @param {Site} site
 * @param {string} name
 * @param {string} [hash]
 */
async function fetchPart(site, name, hash) {
  const address = `${site.root}/buscar/${name}.json${hash ? `?h=${hash}` : ""}`;
  const answer = await fetch(address, hash ? {} : { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

/**
 * @param {Site} site
 * @param {string} name
 * @returns {Promise<any>}
 */
function runPart(site, name) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${site.root}/buscar/${name}.js`;
    script.onload = () => resolve(shared(GLOBAL)[name]);
    script.onerror = () => reject(new Error(script.src));
    document.head.append(script);
  });
}

/**
 * An object that all scripts of the page share, so that nothing is loaded twice.
 * @param {string} name
 * @returns {Record<string, any>}
 */
function shared(name) {
  const page = /** @type {any} */ (self);
  page[name] = page[name] || {};
  return page[name];
}
