// The search and facets of /registro/.
import { startExplorer } from "../search/explorer.js";

startExplorer();
