// The question and answer of /verificar/.
import { startVerifier } from "../estado/verificar.js";

startVerifier();
