// Keeps the tab up to date. The messages come through livereload.js, which looks for a plugin of this name.
{
  const { dataset } = document.currentScript;
  const tree = document.querySelector('nutgraf-preview').shadowRoot;
  const [status, desk] = [tree.querySelector('[role=status]'), tree.querySelector('div')];
  const PLACE = 'nutgraf: place', FOLDED = 'nutgraf: folded';
  let waiting = Promise.resolve();

  window.LiveReloadPluginNutgraf = class {
    static identifier = 'nutgraf';
    static version = '1';

    // What the tab shows, for the server to compare.
    analyze() {
      return { page: dataset.page, assets: dataset.assets, problems: dataset.problems };
    }

    // True when nothing is left to do for livereload.js.
    reload(path) {
      const task = { '/-/page': exchange, '/-/problems': refresh }[path];
      if (task) waiting = waiting.then(task).catch(loadAnew);  // one after the other: the last answer is the newest
      if (path == '*') keepPlace();
      return Boolean(task);
    }
  };

  // Nothing when the server has gone: once it is back, it is told what the tab shows.
  const ask = address => fetch(address).catch(() => null);

  async function exchange() {
    const answer = await ask(location.href);
    if (!answer) return;
    const isPage = !answer.redirected && answer.headers.has('X-Page');
    if (!isPage || !NutgrafPage(await answer.text())) return loadAnew();
    dataset.page = answer.headers.get('X-Page');
  }

  function loadAnew() {
    keepPlace();
    location.reload();
  }

  async function refresh() {
    const answer = await ask('/-/problems');
    if (!answer?.ok) return;
    desk.innerHTML = await answer.text();  // the server has escaped all of it
    dataset.problems = answer.headers.get('X-Problems');
    status.textContent = desk.querySelector('summary')?.textContent ?? 'All problems are fixed.';
    fold();
  }

  // An overlay that was folded away stays so until everything is fixed.
  function fold() {
    const section = desk.querySelector('section'), box = desk.querySelector('details');
    const kept = sessionStorage.getItem(FOLDED);
    if (!section) return sessionStorage.removeItem(FOLDED);
    if (kept?.startsWith(section.dataset.level)) box.open = kept.endsWith('open');
    box.querySelector('summary').onclick = () =>
      sessionStorage.setItem(FOLDED, `${section.dataset.level} ${box.open ? 'folded' : 'open'}`);
  }

  const boxes = () => [...document.querySelectorAll('details')].map((box, number) => [box, box.id || number]);

  function keepPlace() {
    const open = Object.fromEntries(boxes().map(([box, name]) => [name, box.open]));
    sessionStorage.setItem(PLACE, JSON.stringify({ path: location.pathname, x: scrollX, y: scrollY, open }));
  }

  function findPlace() {
    const place = JSON.parse(sessionStorage.getItem(PLACE));
    sessionStorage.removeItem(PLACE);
    if (place?.path != location.pathname) return;
    for (const [box, name] of boxes()) box.open = place.open[name] ?? box.open;
    const scroll = () => scrollTo({ left: place.x, top: place.y, behavior: 'instant' });
    scroll();
    addEventListener('load', scroll, { once: true });
  }

  fold();
  findPlace();

  const script = document.createElement('script');
  const port = location.port || (location.protocol == 'https:' ? 443 : 80);
  script.src = `/-/livereload.js?host=${location.hostname}&port=${port}&mindelay=250&maxdelay=2000`;
  document.head.append(script);
}
