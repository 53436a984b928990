// Every page: the search box of the header, and status words that stay true on an old page.
import { awaitSearch } from "../search/touch.js";
import { keepFeedsToReaders } from "../registros/canales.js";
import { offerCopying } from "../registros/copiar.js";
import { offerSharing } from "../registros/compartir.js";
import { letKeysOpenTheMenu } from "../registros/menu.js";
import { letTablesScroll } from "../registros/tablas.js";
import { keepStatusesTrue } from "../estado/vivo.js";

keepFeedsToReaders();
awaitSearch();
keepStatusesTrue();
offerSharing();
offerCopying();
letTablesScroll();
letKeysOpenTheMenu();
