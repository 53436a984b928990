// Every page: the search box of the header, and status words that stay true on an old page.
import { awaitSearch } from "../search/touch.js";
import { keepFeedsToReaders } from "../registros/canales.js";
import { offerCopying } from "../registros/copiar.js";
import { offerSharing } from "../registros/compartir.js";
import { letKeysOpenTheMenu } from "../registros/menu.js";
import { letTablesScroll } from "../registros/tablas.js";
import { keepTrueOnOtherDays } from "../estado/otro-dia.js";

keepFeedsToReaders();
awaitSearch();
keepTrueOnOtherDays();
offerSharing();
offerCopying();
letTablesScroll();
letKeysOpenTheMenu();
