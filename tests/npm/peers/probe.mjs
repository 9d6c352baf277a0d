// What the page itself is measured with: it becomes a script of the page.

import { classes } from "./measure.mjs";

window.classes = classes;
