/* The theme's search in a page that is opened from a file, in place of search.js. From there no worker can be
   started but from a text, which is `WORKER` above; the theme loads its index as a script. */

"use strict";

{
  const element = document.getElementById("__config");
  const config = JSON.parse(element.textContent);
  config.search = URL.createObjectURL(new Blob([WORKER], { type: "text/javascript" }));
  element.textContent = JSON.stringify(config);
}
