/** Every text that the search shows, and the names of things that the index lacks. */

import { counted, put, written } from "../idioma/decir.js";
import { EDITION } from "../idioma/edicion.js";

/** Other words by which people ask for a kind. */
const KIND_SYNONYMS = /** @type {Record<string, string>} */ ({
  empresa: gettext("Empresas"),
  elemento: gettext("Instalación instalaciones elementos planta"),
  certificado: gettext("Certificados certificación APL"),
  sello: gettext("Sellos Sello APL Estrella Azul sello azul"),
  acuerdo: gettext("Acuerdos APL Acuerdo de Producción Limpia CPL ASCC"),
  programa: gettext("Programas"),
  preinversion: gettext("Preinversión AVP acuerdos voluntarios"),
});

/** What a status becomes in the browser, when its last day has passed; the index names the rest. */
const ENDED = /** @type {Record<string, string>} */ ({
  vencido: gettext("Vencido"),
  no_vigente: gettext("No vigente"),
  certificacion_vencida: gettext("Certificado vencido"),
});

/** @type {Record<string, string>} */
const FACETS = {
  tipo: gettext("Qué buscar"),
  estado: gettext("Estado"),
  plazo: gettext("Plazo"),
  region: gettext("Región"),
  comuna: gettext("Comuna"),
  rubro: gettext("Rubro"),
  sector: gettext("Sector (CIIU)"),
  tamano: gettext("Tamaño de la empresa"),
  acuerdo: gettext("Acuerdo"),
  anio: gettext("Año"),
  sello: gettext("Sello APL"),
};

/** @param {string} id */
export function facetName(id) {
  return FACETS[id] || id;
}

/**
 * The name of a value, as the edition has it, else as the index gives it.
 * @param {string} facet
 * @param {string} id
 * @param {string} label  "" or the id itself where the index does not know
 */
export function valueName(facet, id, label) {
  const said = EDITION.names[facet]?.[id];
  if (said) return said;
  if (label && label !== id) return label;
  return (facet === "estado" && ENDED[id]) || id.replace(/_/g, " ");
}

/**
 * Whether the values of a facet are the register's own words, in every edition.
 * @param {string} facet
 */
export function isOwnFacet(facet) {
  return !Object.hasOwn(EDITION.names, facet) && facet !== "anio" && facet !== "plazo";
}

/**
 * All words by which people ask for a kind.
 * @param {string} kind
 * @param {string} label
 */
export function kindNames(kind, label) {
  const said = EDITION.names.tipo?.[kind] || "";
  return `${label} ${said} ${KIND_SYNONYMS[kind] || ""}`;
}

/**
 * How many there are, and how many of them are fictional.
 * @param {number} count
 * @param {number} fictional
 */
function resultsWords(count, fictional) {
  if (!count) return gettext("Ningún resultado");
  if (!fictional) return counted(ngettext("{n} resultado", "{n} resultados", count), count);
  if (fictional === count) {
    return counted(ngettext("{n} resultado de ejemplo", "{n} resultados de ejemplo", count), count);
  }
  const words = ngettext("{n} resultado ({e} de ejemplo)", "{n} resultados ({e} de ejemplo)", count);
  return put(words, { n: written(count), e: written(fictional) });
}

/**
 * What a screen reader says of suggestions.
 * @param {number} count
 * @param {number} shown
 */
function optionsWords(count, shown) {
  if (!count) return gettext("Ningún resultado. Puede consultar en Verificar.");
  const results = counted(ngettext("{n} resultado", "{n} resultados", count), count);
  const suggestions = counted(ngettext("{n} sugerencia", "{n} sugerencias", shown), shown);
  return put(gettext("{results}; {suggestions}. Use las flechas para elegir."), { results, suggestions });
}

/** @param {number} days */
function ageWords(days) {
  return counted(ngettext("{n} día", "{n} días", days), days);
}

/** What the search says; words in capitals are names of states of the page. */
export const TEXTS = {
  loading: gettext("Cargando el registro…"),
  noAnswer: gettext("El buscador no responde"),
  failed: gettext("No se pudo cargar el buscador. Puede recorrer las listas por región, comuna, rubro o acuerdo."),
  changed: gettext("El registro se actualizó mientras leía esta página. Recárguela para seguir buscando."),
  results: (/** @type {number} */ count, fictional = 0) => resultsWords(count, fictional),
  withExamples: gettext("Los números de los filtros incluyen registros de ejemplo."),
  page: (/** @type {number} */ page, /** @type {number} */ pages) =>
    put(gettext("página {page} de {pages}"), { page: written(page), pages: written(pages) }),
  similar: gettext("No hay coincidencias exactas. Estos son los nombres más parecidos."),
  nothing: gettext("Pruebe con menos palabras o quite algún filtro. Que algo no aparezca aquí no dice que no exista:"),
  verify: gettext("consulte en Verificar"),
  verifyHere: gettext("Ningún resultado: consulte en Verificar"),
  example: gettext("Ejemplo"),
  exampleHint: gettext("Dato ficticio, de demostración"),
  of: (/** @type {string} */ kind) => put(gettext("{kind} de {company}"), { kind }),
  also: gettext("También: {name}"),
  code: /** @type {Record<string, string>} */ ({
    certificado: gettext("Certificado {code}"),
    sello: gettext("Sello {code}"),
  }),
  filters: (/** @type {number} */ count) =>
    count ? put(gettext("Filtros ({n})"), { n: String(count) }) : gettext("Filtros"),
  chosen: (/** @type {number} */ count) => counted(ngettext("{n} elegido", "{n} elegidos", count), count),
  removeFilter: (/** @type {string} */ name) => put(gettext("Quitar el filtro {name}"), { name }),
  removeAll: gettext("Quitar todos los filtros"),
  removeAllShort: gettext("Quitar todos"),
  narrow: (/** @type {string} */ facet) =>
    put(gettext("Escriba para acortar la lista: {facet}"), { facet: facet.toLowerCase() }),
  more: (/** @type {number} */ count) => counted(gettext("Ver {n} más"), count),
  less: gettext("Ver menos"),
  previous: gettext("Anterior"),
  next: gettext("Siguiente"),
  pageLabel: (/** @type {number} */ page) => counted(gettext("Página {n}"), page),
  preparing: gettext("Preparando el archivo…"),
  all: (/** @type {number} */ count) =>
    counted(ngettext("Ver el resultado en el registro", "Ver los {n} resultados en el registro", count), count),
  options: optionsWords,
  soon: (/** @type {number} */ days) =>
    counted(ngettext("Por vencer (en {n} día o menos)", "Por vencer (en {n} días o menos)", days), days),
  stale: (/** @type {string} */ day, /** @type {number} */ days) =>
    put(
      gettext("Los datos son del {day}, hace {days}. Una suspensión o anulación posterior no se ve aquí; por eso ningún estado figura como vigente."),
      { day, days: ageWords(days) },
    ),
  unconfirmed: (/** @type {number} */ days) =>
    put(gettext("Sin confirmar: datos de hace {days}"), { days: ageWords(days) }),
  until: (/** @type {string} */ day) => put(gettext("vigente hasta {day}"), { day }),
  certifiedUntil: (/** @type {string} */ day) => put(gettext("certificado vigente hasta {day}"), { day }),
  certified: (/** @type {number} */ held, /** @type {number} */ all) =>
    put(gettext("{held} de {all} con certificado vigente"), { held: written(held), all: written(all) }),
  endsIn: (/** @type {string} */ until, /** @type {number} */ days) =>
    days
      ? put(gettext("{until}, vence en {days}"), { until, days: ageWords(days) })
      : put(gettext("{until}, vence hoy"), { until }),
  expired: (/** @type {string} */ day) => put(gettext("venció el {day}"), { day }),
  certificateExpired: (/** @type {string} */ day) => put(gettext("su certificado venció el {day}"), { day }),
  starts: (/** @type {string} */ state, /** @type {string} */ day) =>
    put(gettext("{state}: rige desde el {day}"), { state, day }),
};

/** The columns of the file that people take away. */
export const COLUMNS = {
  kind: gettext("tipo"),
  title: gettext("nombre"),
  company: gettext("empresa"),
  detail: gettext("detalle"),
  codes: gettext("codigos"),
  status: gettext("estado"),
  first: gettext("desde"),
  last: gettext("hasta"),
  address: gettext("direccion_web"),
  example: gettext("ejemplo"),
  yes: gettext("sí"),
  no: gettext("no"),
};
