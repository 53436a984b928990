/** Statuses in a page, as they were on the day of its data → as they are on the reader's day. */

import { counted } from "../idioma/decir.js";
import { readSite } from "../search/parts.js";
import { dateCounts } from "./cuentas.js";
import { chileDay, daysApart } from "./dia.js";
import { remarksFor, staleDecision, toneOf } from "./decidir.js";
import { elementStandings } from "./estados.js";
import { decideCertificate, decideCompany, decideElement, decideSeal, heldCertificate } from "./registros.js";

/**
 * @typedef {import("../search/parts.js").Site} Site
 * @typedef {import("./decidir.js").Decision} Decision
 * @typedef {import("./hechos.js").World} World
 */

const TONED = ["apl-estado", "apl-respuesta"];
const PARTS = /** @type {Record<string, "word" | "sentence" | "use" | "now" | "english">} */ ({
  palabra: "word",
  frase: "sentence",
  uso: "use",
  ahora: "now",
  ingles: "english",
});

/**
 * Correct every element with `data-estado` (see `generator/decision/live.py`). Its own text is the
 * word, unless it holds elements marked `data-parte` (palabra, frase, uso, ahora, ingles).
 * Past the days that data are trusted, counts say of which day they are.
 */
export function keepStatusesTrue() {
  const site = readSite();
  const today = chileDay();
  if (!site.day || today <= site.day) return;
  const age = daysApart(site.day, today);
  const marked = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-estado]")]);
  const lives = marked.map((element) => JSON.parse(element.dataset.estado || "null"));
  const whole = lives.find((live) => live?.q === "empresa" && live.k);
  for (const [place, element] of marked.entries()) {
    const decision = liveDecision(lives[place], today, site.soon, whole);
    if (decision) show(element, decision.affirms && age > site.trust ? unconfirmed(decision, site, age) : decision);
  }
  if (age > site.trust && dateCounts(site.day) + marked.length) tellAge(age);
}

/**
 * What the table says on a day, given what stands in `data-estado`.
 * @param {any} live
 * @param {string} day
 * @param {number} soon
 * @param {any} [whole]  what stands there for the company whose page it is
 * @returns {Decision | null}
 */
export function liveDecision(live, day, soon, whole) {
  const world = worldOf(live, soon, whole);
  if (!world) return null;
  const { company, agreements } = world;
  if (live.q === "empresa") return decideCompany(world, day);
  if (live.q === "sello") {
    const seal = live.s || (company.s || []).find((one) => one.k === live.k);
    return seal ? decideSeal(world, seal, day, live.z) : null;
  }
  if (live.q === "elemento") {
    const [id, agreement] = live.k || [];
    const element = (company.e || []).find((one) => one.i === id);
    const standing = element && elementStandings(element, agreements, day).find((one) => !live.k || one.agreement === agreement);
    return element && standing ? decideElement(world, element, standing, day) : null;
  }
  const held = heldCertificate(world, (certificate) => certificate.k === live.k);
  return held ? decideCertificate(world, held, day) : null;
}

/**
 * The company and agreements that an answer is about; short forms are made into as much of one.
 * An element of which nothing but its name stands there is one of the page's company.
 * @param {any} live
 * @param {number} soon
 * @param {any} whole
 * @returns {World | null}
 */
function worldOf(live, soon, whole) {
  if (!live) return null;
  if (live.q === "elemento" && !live.a && !live.e) return whole ? worldOf(whole, soon, null) : null;
  const adhesions = live.a || (live.c && [{ f: live.c.f, c: [live.c] }]);
  const company = live.e || (adhesions ? { e: [{ a: adhesions }] } : {});
  return { company, agreements: live.g || {}, soon };
}

/**
 * @param {Decision} decision
 * @param {Site} site
 * @param {number} age
 * @returns {Decision}
 */
function unconfirmed(decision, site, age) {
  const stale = staleDecision(age, site.day);
  const [remark] = remarksFor({ datos_antiguos: "si", datos: site.day });
  return { ...decision, level: stale.level, word: stale.word, sentence: remark.sentence, use: "", english: remark.english };
}

/**
 * @param {HTMLElement} element
 * @param {Decision} decision
 */
function show(element, decision) {
  const parts = element.querySelectorAll("[data-parte]");
  for (const one of [element, ...parts]) tone(one, decision.level);
  if (!parts.length) element.textContent = decision.word;
  for (const part of parts) {
    const wanted = PARTS[part.getAttribute("data-parte") || ""];
    if (wanted) part.textContent = decision[wanted];
  }
}

/**
 * @param {Element} element
 * @param {string} level
 */
function tone({ classList }, level) {
  for (const name of TONED) {
    if (!classList.contains(name)) continue;
    classList.remove(...[...classList].filter((one) => one.startsWith(`${name}--`)));
    classList.add(`${name}--${toneOf(level)}`);
  }
}

/**
 * Say above the title that the page is old.
 * @param {number} age
 */
function tellAge(age) {
  const note = document.createElement("p");
  note.className = "apl-ejemplo apl-antiguo";
  note.setAttribute("role", "status");
  note.textContent = counted(ngettext("Esta página tiene datos de hace {n} día. Puede haber cambios que aquí no se ven.", "Esta página tiene datos de hace {n} días. Puede haber cambios que aquí no se ven.", age), age);
  document.querySelector("h1")?.before(note);
}
