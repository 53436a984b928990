/** Every Spanish text that the search shows, and the names of things that the index lacks. */

const NUMBERS = new Intl.NumberFormat("es-CL", { useGrouping: /** @type {any} */ ("always") });

/**
 * "1.231"
 * @param {number} number
 */
export function written(number) {
  return NUMBERS.format(number);
}

/**
 * A number with its noun.
 * @param {number} number
 * @param {string} one
 * @param {string} many
 */
function counted(number, one, many) {
  return `${written(number)} ${number === 1 ? one : many}`;
}

/**
 * What follows a figure that includes fictional records.
 * @param {number} count
 * @param {number} fictional
 */
function ofExamples(count, fictional) {
  if (!fictional) return "";
  return fictional === count ? " de ejemplo" : ` (${written(fictional)} de ejemplo)`;
}

/** Other words by which people ask for a kind. */
const KIND_SYNONYMS = /** @type {Record<string, string>} */ ({
  empresa: "Empresas",
  elemento: "Instalación instalaciones elementos planta",
  certificado: "Certificados certificación APL",
  sello: "Sellos Sello APL Estrella Azul sello azul",
  acuerdo: "Acuerdos APL Acuerdo de Producción Limpia CPL ASCC",
  programa: "Programas",
  preinversion: "Preinversión AVP acuerdos voluntarios",
});

/** What a status becomes in the browser, when its last day has passed; the index names the rest. */
const ENDED = /** @type {Record<string, string>} */ ({
  vencido: "Vencido",
  no_vigente: "No vigente",
  certificacion_vencida: "Certificado vencido",
});

/** @type {Record<string, string>} */
const FACETS = {
  tipo: "Qué buscar",
  estado: "Estado",
  plazo: "Plazo",
  region: "Región",
  comuna: "Comuna",
  rubro: "Rubro",
  sector: "Sector (CIIU)",
  tamano: "Tamaño de la empresa",
  acuerdo: "Acuerdo",
  anio: "Año",
  sello: "Sello APL",
};

/** @param {string} id */
export function facetName(id) {
  return FACETS[id] || id;
}

/**
 * The name of a value, as the index gives it.
 * @param {string} facet
 * @param {string} id
 * @param {string} label  "" or the id itself where the index does not know
 */
export function valueName(facet, id, label) {
  if (label && label !== id) return label;
  return (facet === "estado" && ENDED[id]) || id.replace(/_/g, " ");
}

/**
 * All words by which people ask for a kind.
 * @param {string} kind
 * @param {string} label
 */
export function kindNames(kind, label) {
  return `${label} ${KIND_SYNONYMS[kind] || ""}`;
}

/** What the search says; words in capitals are names of states of the page. */
export const TEXTS = {
  loading: "Cargando el registro…",
  noAnswer: "El buscador no responde",
  failed:
    "No se pudo cargar el buscador. Puede recorrer las listas por región, comuna, rubro o acuerdo.",
  changed: "El registro se actualizó mientras leía esta página. Recárguela para seguir buscando.",
  results: (/** @type {number} */ count, fictional = 0) =>
    count ? `${counted(count, "resultado", "resultados")}${ofExamples(count, fictional)}` : "Ningún resultado",
  withExamples: "Los números de los filtros incluyen registros de ejemplo.",
  page: (/** @type {number} */ page, /** @type {number} */ pages) =>
    `página ${written(page)} de ${written(pages)}`,
  similar: "No hay coincidencias exactas. Estos son los nombres más parecidos.",
  nothing:
    "Pruebe con menos palabras o quite algún filtro. Que algo no aparezca aquí no dice que no exista:",
  verify: "consulte en Verificar",
  verifyHere: "Ningún resultado: consulte en Verificar",
  example: "Ejemplo",
  exampleHint: "Dato ficticio, de demostración",
  of: (/** @type {string} */ company) => `de ${company}`,
  also: (/** @type {string} */ name) => `También: ${name}`,
  filters: (/** @type {number} */ count) => (count ? `Filtros (${count})` : "Filtros"),
  chosen: (/** @type {number} */ count) => counted(count, "elegido", "elegidos"),
  removeFilter: (/** @type {string} */ name) => `Quitar el filtro ${name}`,
  removeAll: "Quitar todos los filtros",
  removeAllShort: "Quitar todos",
  narrow: (/** @type {string} */ facet) => `Escriba para acortar la lista: ${facet.toLowerCase()}`,
  more: (/** @type {number} */ count) => `Ver ${written(count)} más`,
  less: "Ver menos",
  previous: "Anterior",
  next: "Siguiente",
  pageLabel: (/** @type {number} */ page) => `Página ${written(page)}`,
  pager: "Páginas de resultados",
  preparing: "Preparando el archivo…",
  all: (/** @type {number} */ count) =>
    `Ver ${count === 1 ? "el resultado" : `los ${written(count)} resultados`} en el registro`,
  options: (/** @type {number} */ count, /** @type {number} */ shown) =>
    count
      ? `${counted(count, "resultado", "resultados")}; ${counted(shown, "sugerencia", "sugerencias")}. Use las flechas para elegir.`
      : "Ningún resultado. Puede consultar en Verificar.",
  soon: (/** @type {number} */ days) => `Por vencer (en ${counted(days, "día", "días")} o menos)`,
  stale: (/** @type {string} */ day, /** @type {number} */ days) =>
    `Los datos son del ${day}, hace ${counted(days, "día", "días")}. Una suspensión o anulación posterior no se ve aquí; por eso ningún estado figura como vigente.`,
  unconfirmed: (/** @type {number} */ days) =>
    `Sin confirmar: datos de hace ${counted(days, "día", "días")}`,
  until: (/** @type {string} */ day) => `vigente hasta ${day}`,
  certifiedUntil: (/** @type {string} */ day) => `certificado vigente hasta ${day}`,
  certified: (/** @type {number} */ held, /** @type {number} */ all) =>
    `${written(held)} de ${written(all)} con certificado vigente`,
  endsIn: (/** @type {string} */ until, /** @type {number} */ days) =>
    days ? `${until}, vence en ${counted(days, "día", "días")}` : `${until}, vence hoy`,
  expired: (/** @type {string} */ day) => `venció el ${day}`,
  certificateExpired: (/** @type {string} */ day) => `su certificado venció el ${day}`,
  starts: (/** @type {string} */ day) => `rige desde el ${day}`,
};

/** The columns of the file that people take away. */
export const COLUMNS = {
  kind: "tipo",
  title: "nombre",
  company: "empresa",
  detail: "detalle",
  codes: "codigos",
  status: "estado",
  first: "desde",
  last: "hasta",
  address: "direccion_web",
  example: "ejemplo",
  yes: "sí",
  no: "no",
};
