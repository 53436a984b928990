/** Names, classes and texts → elements of the page; texts stay texts, whatever they hold. */

/**
 * @param {string} name
 * @param {string} [className]
 * @param {string} [text]
 */
export function part(name, className = "", text = "") {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}

/**
 * @param {string} title
 * @param {string} text
 */
export function titled(title, text) {
  const paragraph = part("p");
  paragraph.append(part("strong", "", title), ` ${text}`);
  return paragraph;
}

/**
 * @param {string} text
 * @param {string} href
 */
export function linked(text, href) {
  const link = /** @type {HTMLAnchorElement} */ (part("a", "", text));
  link.href = href;
  return link;
}

/**
 * @param {string} className
 * @param {string} text
 * @param {() => void} act
 */
export function button(className, text, act) {
  const made = /** @type {HTMLButtonElement} */ (part("button", className, text));
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/**
 * @param {string} title
 * @param {(string | Node)[]} content
 */
export function fact(title, ...content) {
  const group = part("div");
  const said = part("dd");
  said.append(...content);
  group.append(part("dt", "", title), said);
  return group;
}

/** @param {string} title */
export function columnHead(title) {
  const head = part("th", "", title);
  head.setAttribute("scope", "col");
  return head;
}
