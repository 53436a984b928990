/** The site's place on its host → the theme's memory of a reader's choices, kept apart by it. */

/**
 * The functions that the theme's script calls by name; a page brings them as an inline script,
 * which a policy would have to allow. Where a browser keeps nothing, nothing is remembered.
 */
export function keepChoices() {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const scope = new URL("..", script.src);
  Object.assign(window, {
    __md_scope: scope,
    __md_hash: hashOf,
    __md_get: (/** @type {string} */ key, storage = kept(), root = scope) => recalled(storage, `${root.pathname}.${key}`),
    __md_set: (/** @type {string} */ key, /** @type {unknown} */ value, storage = kept(), root = scope) =>
      remember(storage, `${root.pathname}.${key}`, value),
  });
}

/** @param {string} text */
function hashOf(text) {
  return [...text].reduce((sum, sign) => (sum << 5) - sum + sign.charCodeAt(0), 0);
}

/** @returns {Storage | null} */
function kept() {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/**
 * What was remembered under a key, null for nothing.
 * @param {Storage | null} storage
 * @param {string} key
 */
export function recalled(storage, key) {
  try {
    return JSON.parse(storage?.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

/**
 * @param {Storage | null} storage
 * @param {string} key
 * @param {unknown} value
 */
function remember(storage, key, value) {
  try {
    storage?.setItem(key, JSON.stringify(value));
  } catch {
    // It is full, or closed.
  }
}
