// The search boxes of a page, once one of them has been touched.
import { startHeaderSearch } from "../search/header.js";

startHeaderSearch();
