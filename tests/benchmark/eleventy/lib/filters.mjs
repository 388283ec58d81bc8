// The forms by which a reader filters a long list, and the links above it.
import { count, each, escape } from "./page.mjs";
import { areas, partner } from "./records.mjs";

export const OVERVIEW = ["_overview", "overview"];

/** Write the form that filters the records of a page. */
export const filters = (noun, number, ...fields) => `<form class="nr-filters" id="_filters" aria-label="Filter the ${noun}s">
${fields.join("")}<label>Words
<input type="search" name="words" autocomplete="off">
</label>
<button type="reset">Clear</button>
<button type="button" name="copy">Copy link</button>
<p><output name="hits" data-noun="${noun}">${count(number, noun)}</output></p>
</form>
`;

export const choice = (label, name, all, options) => `<label>${label}
<select name="${name}">
<option value="">${all}</option>
${each(options, ([value, text]) => `<option value="${value}">${escape(text)}</option>\n`)}</select>
</label>
`;

export const choiceOfAreas = (...more) =>
  choice("Area", "area", "all areas", [...more, ...areas.map((area) => [area.id, area.title])]);

/** Write the links to the pages as of a year. */
export function asOfPages(page) {
  const link = (year) => `<a href="${page.link(`as-of/${year}/`)}">${year}</a>`;
  return `<p class="nr-meta">What sources said up to ${each(partner.as_of_pages, link, " and ")}.</p>\n`;
}
