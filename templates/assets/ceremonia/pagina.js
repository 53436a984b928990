/** The page of a ceremony: pasted rows in, what becomes of each, and a clean file to take away. */

import { chileDay } from "../estado/dia.js";
import { ChangedRegister, VerifyParts } from "../estado/partes.js";
import { offerFile } from "../search/sheet.js";
import { readSite } from "../search/parts.js";
import { fileOf } from "./archivo.js";
import { countedRows } from "./dichos.js";
import { isOfPerson, knownCodes, knownCompanies } from "./fichas.js";
import { readRows } from "./filas.js";
import { pastedRows } from "./pegado.js";
import { personalData } from "./personales.js";
import { planRows } from "./plan.js";
import { groupPieces, piece, summaryPieces } from "./resultado.js";

const MOST_ROWS = 1000;
const SAYS = {
  empty: "Pega primero las filas, con la fila de encabezados arriba.",
  quotes: "Hay comillas que no se cierran. Copia las celdas otra vez, o quita las comillas sueltas.",
  header: "No hay una fila con encabezados conocidos. Usa nombres como RUT, Razón social, Instalación, Comuna, Acuerdo, Fecha de adhesión.",
  rows: "Están los encabezados, pero no hay filas debajo.",
  personal: "El documento de origen lleva un dato de contacto o un RUT de persona: quítalo.",
  failed: "No pudimos leer el registro publicado. Revisa tu conexión y prueba otra vez: lo pegado sigue aquí.",
  changed: "El registro se publicó de nuevo mientras esta página estaba abierta. Vuelve a cargarla; antes, guarda lo que pegaste.",
  working: "Revisando…",
};

/** Start the page, where there is one. */
export function startCeremony() {
  const root = document.querySelector("[data-ceremonia]");
  if (root instanceof HTMLElement) new CeremonyPage(root).start();
}

class CeremonyPage {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.parts = new VerifyParts(readSite());
    /** @type {Map<string, string>} codes and ids that stay the same when the list is checked again */
    this.minted = new Map();
    this.turn = 0;
  }

  /** @param {string} name */
  piece(name) {
    return /** @type {HTMLElement} */ (this.root.querySelector(`[data-ceremonia-pieza="${name}"]`));
  }

  /**
   * What stands in a field of the form.
   * @param {string} name
   */
  value(name) {
    return /** @type {HTMLInputElement} */ (this.piece(name)).value;
  }

  start() {
    this.piece("aplicacion").hidden = false;
    this.piece("formulario").addEventListener("submit", (event) => {
      event.preventDefault();
      void this.check();
    });
    const form = this.piece("formulario");
    form.addEventListener("focusin", () => void this.offerAgreements(), { once: true });
    form.addEventListener("input", () => this.forget());
  }

  /** What was answered is no longer about what stands in the form. */
  forget() {
    this.turn += 1;
    this.piece("respuesta").replaceChildren();
    this.piece("entrega").hidden = true;
    this.say("");
  }

  /** @param {string} text */
  say(text) {
    this.piece("estado").textContent = text;
  }

  async offerAgreements() {
    try {
      const agreements = Object.entries(await this.parts.named("acuerdos"));
      const named = agreements.map(([id, one]) => new Option(`${one.nombre} (${id})`, id));
      const alphabet = new Intl.Collator("es");
      named.sort((one, other) => alphabet.compare(one.text, other.text));
      this.piece("acuerdo").append(...named);
    } catch {
      this.say(SAYS.failed);
    }
  }

  async check() {
    this.forget();
    const turn = this.turn;
    const source = this.value("fuente").trim();
    const reading = this.reading(source);
    if (!reading) return;
    this.say(SAYS.working);
    try {
      const known = await knownCompanies(this.parts, reading.rows);
      const settings = await this.settings();
      if (turn === this.turn) this.show(planRows(reading.rows, known, settings), reading.header, source);
    } catch (error) {
      if (turn === this.turn) this.say(error instanceof ChangedRegister ? SAYS.changed : SAYS.failed);
      throw error;
    }
  }

  /**
   * The rows of the form; null where there are none, which is said.
   * @param {string} source
   */
  reading(source) {
    const text = this.value("filas");
    const pasted = text.trim() ? pastedRows(text) : [];
    const reading = pasted && pasted.length ? readRows(pasted) : null;
    const fault = !pasted
      ? SAYS.quotes
      : !pasted.length
        ? SAYS.empty
        : !reading
          ? SAYS.header
          : this.unfit(reading, source);
    if (fault) this.say(fault);
    return fault ? null : reading;
  }

  /**
   * @param {import("./filas.js").Reading} reading
   * @param {string} source
   */
  unfit({ header, rows }, source) {
    if (header.table) return `Estas son las columnas de la tabla «${header.table}» de apl export: guárdala como CSV y súbela tal cual.`;
    if (!rows.length) return SAYS.rows;
    if (rows.length > MOST_ROWS) return `Son ${countedRows(rows.length, "fila", "filas")}: revisa hasta ${countedRows(MOST_ROWS, "fila", "filas")} cada vez.`;
    return personalData(source) ? SAYS.personal : "";
  }

  async settings() {
    return {
      agreement: this.value("acuerdo"),
      state: this.value("estado-adhesion"),
      agreements: await this.parts.named("acuerdos"),
      codes: await knownCodes(this.parts),
      minted: this.minted,
    };
  }

  /**
   * @param {import("./plan.js").Plan} plan
   * @param {import("./encabezados.js").Header} header
   * @param {string} source
   */
  show(plan, header, source) {
    const file = fileOf(plan, source);
    this.piece("respuesta").replaceChildren(...summaryPieces(plan.outcomes, header), ...this.remarks(plan, file), ...groupPieces(plan.outcomes));
    this.say("");
    this.piece("respuesta").querySelector("h2")?.focus();
    if (!file) return;
    this.piece("entrega").hidden = false;
    const name = `ceremonia-${chileDay()}.csv`;
    const button = this.piece("descargar");
    const kept = plan.outcomes.filter(({ state }) => state === "new" || state === "changed").length;
    button.textContent = `Descargar ${name} (${countedRows(kept, "fila", "filas")})`;
    button.onclick = () => offerFile(file, name);
  }

  /**
   * @param {import("./plan.js").Plan} plan
   * @param {string} file
   */
  remarks({ outcomes }, file) {
    const found = [];
    const refused = outcomes.filter(({ state }) => state === "refused").length;
    const persons = outcomes.filter(({ row, state }) => state === "new" && isOfPerson(row)).length;
    if (refused) {
      const told = refused === 1 ? "La fila rechazada no va en el archivo." : "Las filas rechazadas no van en el archivo.";
      found.push(piece("p", "", `${told} Lo mejor es corregir la planilla y pegarla de nuevo; si pueden esperar, sube ${file ? "las demás" : "después"}.`));
    }
    if (persons) {
      const told = "Son de personas naturales: el archivo no lleva su nombre, RUT, dirección ni sitio web, sino un id que no las delata. Si alguna ya tiene ficha, agrega su id en una columna «id empresa».";
      found.push(piece("p", "", `${countedRows(persons, "fila es de una persona natural", "filas son de personas naturales")}. ${told.replace("Son de personas naturales: el", "El")}`));
    }
    return found;
  }
}
