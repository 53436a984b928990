/** The theme's menu of small windows, which its labels open → one that keys open, leave and close. */

/**
 * Without this, it opens by touch alone: the theme's own labels work without a script, and no key
 * reaches them.
 */
export function letKeysOpenTheMenu() {
  const toggle = document.getElementById("__drawer");
  const label = document.querySelector("header label[for=__drawer]");
  const menu = document.querySelector(".apl-menu, .md-sidebar--primary");
  if (!(toggle instanceof HTMLInputElement) || !label || !menu) return;
  const button = replaced(label, toggle);
  for (const title of menu.querySelectorAll("label.md-nav__title[for^=__nav_]")) {
    const list = document.getElementById(title.getAttribute("for") ?? "");
    if (list instanceof HTMLInputElement) {
      replaced(title, list).addEventListener("click", () => stops(menu)[0]?.focus());
    }
  }
  menu.id ||= "apl_menu";
  button.setAttribute("aria-controls", menu.id);
  button.setAttribute("aria-expanded", "false");
  toggle.addEventListener("change", () => {
    button.setAttribute("aria-expanded", String(toggle.checked));
    if (toggle.checked) stops(menu)[0]?.focus();
  });
  closeOnLeaving(toggle, menu, button);
}

/**
 * @param {HTMLInputElement} toggle
 * @param {Element} menu
 * @param {HTMLElement} button
 */
function closeOnLeaving(toggle, menu, button) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !toggle.checked) return;
    toggle.click();
    button.focus();
  });
  menu.addEventListener("focusout", (event) => {
    const next = /** @type {FocusEvent} */ (event).relatedTarget;
    if (toggle.checked && next instanceof Node && !menu.contains(next)) toggle.click();
  });
}

/**
 * A button with what a label holds, in its place; it switches what the label switches.
 * @param {Element} label
 * @param {HTMLInputElement} toggle
 */
function replaced(label, toggle) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = label.className;
  if (label.id) button.id = label.id;
  button.append(...label.childNodes);
  button.addEventListener("click", () => toggle.click());
  label.replaceWith(button);
  return button;
}

/**
 * What a key can reach in the part of the menu that is shown, links before the way back.
 * @param {Element} menu
 */
function stops(menu) {
  const found = /** @type {NodeListOf<HTMLElement>} */ (menu.querySelectorAll("a[href], button"));
  return [...found]
    .filter((one) => one.getClientRects().length && getComputedStyle(one).visibility === "visible")
    .sort((a, b) => Number(a.tagName === "BUTTON") - Number(b.tagName === "BUTTON"));
}
