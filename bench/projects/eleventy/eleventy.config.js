// The settings an Eleventy site of this kind would have: layouts in Nunjucks, footnotes, a filter that links words.
import footnotes from "markdown-it-footnote";

const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const spelled = new Map();

function day(date) {
  const key = typeof date === "string" ? date : date.toISOString().slice(0, 10);
  if (!spelled.has(key)) spelled.set(key, days.format(new Date(key)));
  return spelled.get(key);
}

let glossary; // names to entries and one pattern for all names; made once per build
function entriesOf(pages) {
  if (glossary?.pages === pages) return glossary;
  const entries = new Map(pages.map((page) => [page.data.title, { slug: page.fileSlug, url: page.url, data: page.data }]));
  const names = [...entries.keys()].sort((a, b) => b.length - a.length);
  glossary = { pages, entries, pattern: new RegExp(`(<[^>]*>)|\\b(?:${names.join("|")})\\b`, "g") };
  return glossary;
}

function link(html, { entries, pattern }, words) {
  const seen = new Set();
  return html.replace(pattern, (name, tag) => {
    if (tag || seen.has(name)) return name;
    seen.add(name);
    const entry = entries.get(name);
    words.add(entry);
    return `<a class="term" role="doc-glossref" href="#t-${entry.slug}" data-card="t-${entry.slug}">${name}</a>`;
  });
}

// The answers of a page with their words linked, the words it uses, and its notes.
function article(html, pages) {
  const [text, notes] = html.split('<hr class="footnotes-sep">');
  const words = new Set();
  const terms = entriesOf(pages);
  const sections = text.split("<h2>").slice(1).map((part, at) => {
    const [question, answer] = part.split("</h2>");
    return { id: `q${at + 1}`, question, answer: link(answer, terms, words) };
  });
  return { sections, notes, words: [...words] };
}

export default function (config) {
  config.amendLibrary("md", (markdown) => markdown.use(footnotes));
  config.addPassthroughCopy("assets");
  config.addFilter("day", day);
  config.addFilter("iso", (date) => date.toISOString().slice(0, 10));
  config.addFilter("article", article);
  config.addCollection("explainers", (all) => all.getFilteredByGlob("content/explainers/*.md"));
  config.addCollection("glossary", (all) => all.getFilteredByGlob("content/glossary/*.md"));
  config.addCollection("sources", (all) => all.getFilteredByGlob("content/sources/*.md"));
  config.addCollection("events", (all) =>
    all
      .getFilteredByGlob("content/explainers/*.md")
      .flatMap((page) => page.data.timeline.map((event) => ({ event, page })))
      .sort((a, b) => (a.event.date < b.event.date ? -1 : a.event.date > b.event.date ? 1 : 0)),
  );
  config.addCollection("topics", (all) => {
    const topics = new Map();
    for (const page of all.getFilteredByGlob("content/explainers/*.md"))
      for (const topic of page.data.topics) topics.set(topic, [...(topics.get(topic) ?? []), page]);
    return [...topics].map(([title, pages]) => ({ title, pages }));
  });
  return {
    dir: { input: "content", includes: "../_includes", output: "_site" },
    templateFormats: ["md", "njk"],
    markdownTemplateEngine: false,
  };
}
