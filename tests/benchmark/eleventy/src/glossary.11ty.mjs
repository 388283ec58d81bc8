import { layOut } from "../lib/layout.mjs";
import { each, escape, Page } from "../lib/page.mjs";
import { terms } from "../lib/records.mjs";

export const data = { permalink: "glossary/index.html" };

export function render() {
  const page = new Page("glossary/");
  const entry = ({ id, term, name, text, from }) => `<div id="${id}">
<dt>${escape(term)} ${page.tools(id, term)}</dt>
<dd>
<p><strong>${escape(name)}</strong>. ${page.prose(text)}&nbsp;${page.cite(from)}</p>
</dd>
</div>
`;
  return layOut(page, { title: "Glossary", body: `<dl class="nr-glossary">\n${each(terms, entry)}</dl>\n` });
}
