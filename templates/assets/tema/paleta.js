/** The colours that a reader chose, or the system's → those of the page, and the switch of the header. */

/**
 * @typedef {{ media: string, scheme: string, primary: string, accent: string }} Colours
 */

const SYSTEM = "(prefers-color-scheme)";
const LIGHT = "(prefers-color-scheme: light)";
const DARK = "(prefers-color-scheme: dark)";

/** Each choice: its condition, its scheme, what its button says and shows (Material Design Icons). */
const CHOICES = [
  {
    media: SYSTEM,
    scheme: "default",
    es: "Cambiar a modo claro",
    en: "Switch to light mode",
    icon: "m14.3 16-.7-2h-3.2l-.7 2H7.8L11 7h2l3.2 9zM20 8.69V4h-4.69L12 .69 8.69 4H4v4.69L.69 12 4 15.31V20h4.69L12 23.31 15.31 20H20v-4.69L23.31 12zm-9.15 3.96h2.3L12 9z",
  },
  {
    media: LIGHT,
    scheme: "default",
    es: "Cambiar a modo oscuro",
    en: "Switch to dark mode",
    icon: "M12 8a4 4 0 0 0-4 4 4 4 0 0 0 4 4 4 4 0 0 0 4-4 4 4 0 0 0-4-4m0 10a6 6 0 0 1-6-6 6 6 0 0 1 6-6 6 6 0 0 1 6 6 6 6 0 0 1-6 6m8-9.31V4h-4.69L12 .69 8.69 4H4v4.69L.69 12 4 15.31V20h4.69L12 23.31 15.31 20H20v-4.69L23.31 12z",
  },
  {
    media: DARK,
    scheme: "slate",
    es: "Usar el modo del sistema",
    en: "Use the system’s mode",
    icon: "M12 18c-.89 0-1.74-.2-2.5-.55C11.56 16.5 13 14.42 13 12s-1.44-4.5-3.5-5.45C10.26 6.2 11.11 6 12 6a6 6 0 0 1 6 6 6 6 0 0 1-6 6m8-9.31V4h-4.69L12 .69 8.69 4H4v4.69L.69 12 4 15.31V20h4.69L12 23.31 15.31 20H20v-4.69L23.31 12z",
  },
];

/** Colours are set as soon as there is a body, before it is drawn; the switch where it stands. */
export function choosePalette() {
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    observer.disconnect();
    for (const [name, value] of Object.entries(colours())) document.body.setAttribute(`data-md-color-${name}`, value);
  }).observe(document.documentElement, { childList: true });
  customElements.define("apl-paleta", Palette);
}

/** @returns {Colours} */
function colours() {
  const stored = /** @type {any} */ (window).__md_get("__palette")?.color?.media;
  const media = stored === LIGHT || stored === DARK ? stored : matchMedia(LIGHT).matches ? LIGHT : DARK;
  const { scheme } = CHOICES.find((one) => one.media === media) || CHOICES[0];
  return { media, scheme, primary: "custom", accent: "custom" };
}

/** The switch as the theme's script expects it: a choice each, of which it shows the next. */
class Palette extends HTMLElement {
  connectedCallback() {
    const language = document.documentElement.lang === "en" ? "en" : "es";
    this.innerHTML = CHOICES.map((one, place) => {
      const next = (place + 1) % CHOICES.length;
      return `<input class="md-option" data-md-color-media="${one.media}" data-md-color-scheme="${one.scheme}" data-md-color-primary="custom" data-md-color-accent="custom" aria-label="${one[language]}" type="radio" name="__palette" id="__palette_${place}"><label class="md-header__button md-icon" title="${one[language]}" for="__palette_${next}" hidden><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="${one.icon}"/></svg></label>`;
    }).join("");
  }
}
