// Before anything is drawn, in the head of every page: what the theme's own script counts on.
import { keepChoices } from "../tema/recuerdos.js";
import { choosePalette } from "../tema/paleta.js";
import { openNamedTab } from "../tema/pestanas.js";

keepChoices();
choosePalette();
openNamedTab();
