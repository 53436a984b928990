/** The parts of `verificar/`, fetched as a question needs them; run as scripts where there is no server. */

/**
 * @typedef {import("../search/parts.js").Site} Site
 * @typedef {import("./hechos.js").World} World
 */

/** The register changed while the page was open: parts of two editions do not fit together. */
export class ChangedRegister extends Error {}

const SHARED = "registroVerificar";
const ENCODER = new TextEncoder();

export class VerifyParts {
  /** @param {Site} site */
  constructor(site) {
    this.site = site;
    /** @type {Map<string, Promise<any>>} */
    this.asked = new Map();
  }

  /** @returns {Promise<any>} */
  index() {
    return this.part("indice", "");
  }

  /**
   * What a key leads to.
   * @param {string} key
   * @returns {Promise<any[]>}
   */
  async targets(key) {
    const index = await this.index();
    const part = await this.named(`claves/${partOf(key, index.claves)}`);
    return Object.hasOwn(part, key) ? part[key] : [];
  }

  /**
   * The names with a word that begins with a letter.
   * @param {string} letter
   * @returns {Promise<any[]>}
   */
  async names(letter) {
    const index = await this.index();
    const name = `nombres/${letter}`;
    return Object.hasOwn(index.partes, name) ? this.named(name) : [];
  }

  /** @returns {Promise<string>} */
  codes() {
    return this.named("codigos");
  }

  /**
   * A company and all that bears on its answers.
   * @param {string} id
   * @returns {Promise<World>}
   */
  async world(id) {
    const index = await this.index();
    const part = await this.named(`empresas/${partOf(id, index.empresas)}`);
    if (!Object.hasOwn(part.e, id)) throw new ChangedRegister(id);
    return { company: part.e[id], agreements: part.g, soon: index.pronto };
  }

  /** @param {string} name */
  async named(name) {
    const index = await this.index();
    return this.part(name, index.partes[name]);
  }

  /**
   * @param {string} name
   * @param {string} hash
   */
  part(name, hash) {
    const asked = this.asked.get(name);
    if (asked) return asked;
    const found = this.site.offline ? runScript(this.site, name) : fetchJson(this.site, name, hash);
    this.asked.set(name, found);
    found.catch(() => this.asked.delete(name));
    return found;
  }
}

/**
 * In which of `parts` parts a key stands: FNV-1a of its UTF-8 bytes.
 * @param {string} key
 * @param {number} parts
 */
export function partOf(key, parts) {
  return fnv(key) % parts;
}

/** @param {string} text */
export function fnv(text) {
  let value = 0x811c9dc5;
  for (const byte of ENCODER.encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}

/**
 * @param {Site} site
 * @param {string} name
 * @param {string} hash
 */
async function fetchJson(site, name, hash) {
  const address = `${site.root}/verificar/${name}.json${hash ? `?h=${hash}` : ""}`;
  const answer = await fetch(address, hash ? {} : { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

/**
 * @param {Site} site
 * @param {string} name
 * @returns {Promise<any>}
 */
function runScript(site, name) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `${site.root}/verificar/${name}.js`;
    script.onload = () => resolve(/** @type {any} */ (self)[SHARED][name]);
    script.onerror = () => reject(new Error(script.src));
    document.head.append(script);
  });
}
