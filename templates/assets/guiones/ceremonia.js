// The list of a ceremony, on /equipo/ceremonia/.
import { startCeremony } from "../ceremonia/pagina.js";

startCeremony();
