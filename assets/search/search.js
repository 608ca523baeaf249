// The search page: what Pagefind finds, in the look of the site. The index lies beside the page; only build makes it.
{
  const root = document.querySelector('.search'), say = root.dataset;
  const form = root.querySelector('form'), field = form.querySelector('input'), count = root.querySelector('.search-count');
  const sections = [...root.querySelectorAll('[data-kind]')];
  const MOST = 40, WIDTH = 36; // pages that are shown, and words of a passage
  let engine, turn = 0;

  async function start() {
    const found = await import(new URL('pagefind.js', location));
    await found.options({ baseUrl: new URL(say.home, location).pathname });
    await found.init();
    return found;
  }

  function make(name, ...children) {
    const made = document.createElement(name);
    made.append(...children);
    return made;
  }

  function link(href, text) {
    const made = make('a', text);
    made.href = href;
    return made;
  }

  // The words around the first hit among them, the hits in bold.
  function passage({ words, hits, blank }, from, to) {
    const inside = hits.filter(hit => hit >= from && hit < to);
    const start = to - from > WIDTH ? Math.max(from, Math.min((inside[0] ?? from) - WIDTH / 3, to - WIDTH) | 0) : from;
    const end = Math.min(to, start + WIDTH);
    const parts = words.slice(start, end).flatMap((word, at) => [inside.includes(start + at) ? make('b', word) : word, blank]);
    return make('p', start > from ? '… ' : '', ...parts, end < to ? '…' : '');
  }

  // The parts of a page that hold the most hits, each with where its text begins and ends.
  function parts(page, kind) {
    const named = kind == 'source' ? /^p\d+$/ : /^(key-facts|timeline|.+-q)$/;
    const bounds = page.anchors.filter(({ id, element }) => element == 'h2' || (element == 'p' && named.test(id)));
    return bounds
      .map(({ id, text, location, element }, at) => {
        const from = element == 'h2' ? location + text.split(/\s+/).length : location;
        const to = bounds[at + 1]?.location ?? page.words.length;
        return { id, text, from, to, hits: page.hits.filter(hit => hit >= location && hit < to).length };
      })
      .filter(({ id, hits }) => hits && named.test(id))
      .sort((one, other) => other.hits - one.hits)
      .slice(0, 3)
      .sort((one, other) => one.from - other.from);
  }

  function entry(found, kind) {
    const text = found.raw_content.replace(/&lt;/g, '<').replace(/&gt;/g, '>'); // as Pagefind counts its words
    const blank = text.includes('\u200b') ? '' : ' '; // scripts without blanks have invisible ones
    const page = { ...found, blank, words: text.split(blank ? /\s+/ : '\u200b'), hits: found.locations };
    const within = parts(page, kind).map(part => {
      const item = make('li', passage(page, part.from, part.to));
      item.prepend(link(`${found.url}#${part.id}`, kind == 'source' ? say.paragraph.replace('{}', part.id.slice(1)) : part.text));
      return item;
    });
    const more = within.length ? make('ul', ...within) : passage(page, 0, page.words.length);
    const heading = make('h3', link(found.url, found.meta.title));
    return make('li', heading, more);
  }

  async function search() {
    const mine = ++turn, words = field.value.trim();
    history.replaceState(null, '', words ? `?q=${encodeURIComponent(words)}` : location.pathname);
    try {
      engine ??= start();
      const { search } = await engine;
      const { results } = words ? await search(words) : { results: [] };
      const pages = await Promise.all(results.slice(0, MOST).map(result => result.data()));
      if (mine != turn) return;
      for (const section of sections) {
        const { kind } = section.dataset, own = pages.filter(page => page.meta.kind == kind);
        section.hidden = !own.length;
        section.querySelector('ol').replaceChildren(...own.map(page => entry(page, kind)));
      }
      count.textContent = !words ? '' : results.length ? say.found.replace('{}', results.length) : say.none;
    } catch {
      engine = null;
      count.textContent = say.broken;
    }
  }

  // Arrows go through what was found, and back to the words.
  function step(event) {
    const stops = [field, ...root.querySelectorAll('.search-found:not([hidden]) a')];
    const next = stops.indexOf(document.activeElement) + { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !stops[next]) return;
    event.preventDefault();
    stops[next].focus();
  }

  let wait;
  field.addEventListener('input', () => {
    clearTimeout(wait);
    wait = setTimeout(search, 150);
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    root.querySelector('.search-found:not([hidden]) a')?.focus();
  });
  root.addEventListener('keydown', event => event.key.startsWith('Arrow') && step(event));
  form.hidden = false;
  root.querySelector('.search-lists').hidden = true;
  field.value = new URLSearchParams(location.search).get('q') ?? '';
  if (field.value) search();
}
