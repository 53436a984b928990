// Pages that are older than today: their status words, as they are by now.
import { keepStatusesTrue } from "../estado/vivo.js";

keepStatusesTrue();
