import { layOut, SITE } from "../lib/layout.mjs";
import { Page } from "../lib/page.mjs";

export const data = {
  pagination: { data: "pages", size: 1, alias: "written" },
  pages: SITE.written,
  permalink: ({ written }) => `${written.location}index.html`,
};

export const render = ({ written: { location, title } }) => layOut(new Page(location), { title });
