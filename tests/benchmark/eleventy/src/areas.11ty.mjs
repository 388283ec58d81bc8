import { layOut, SITE } from "../lib/layout.mjs";
import { each, Page } from "../lib/page.mjs";
import { areas } from "../lib/records.mjs";

export const data = { permalink: "areas/index.html" };

export function render() {
  const page = new Page("areas/");
  const names = `<ul class="nr-names">\n${each(areas, (area) => `<li class="nr-filtered">${page.to(area)}</li>\n`)}</ul>\n`;
  return layOut(page, { title: "Areas", body: SITE.has_summaries ? page.cards() : names });
}
