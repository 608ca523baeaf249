// Makes the document what the server sends now, without loading it. What was sent is compared with what is sent now: where they
// are equal the document is left alone, with all that the reader and the scripts have made of it.
{
  // What site.js sets up as it is loaded.
  const SET_UP = '[data-copy], [data-review-by]';
  // What has its effect as it is loaded, or is read otherwise then.
  const LOADED = 'script:not([type="application/ld+json"]), link[rel~=stylesheet], base, meta[http-equiv], noscript, template';
  // A script that is not ours may set up anything.
  const FOREIGN = 'script[src]:not([src$="assets/site.js"])';

  const twins = new WeakMap();  // each node as it was sent → the same in the document
  const sent = theirs(document.implementation.createHTMLDocument().importNode(document.documentElement, true));
  pair(sent, document.documentElement);

  // False when only loading it brings what the server sends.
  window.NutgrafPage = html => {
    const next = theirs(new DOMParser().parseFromString(html, 'text/html').documentElement);
    if (frame(next) != frame(sent) || next.querySelector(FOREIGN)) return false;
    const setUp = [...document.querySelectorAll(SET_UP)];
    change(sent, next);
    return setUp.every(node => node.isConnected);
  };

  // The page without what the preview has added behind its end.
  function theirs(page) {
    const own = page.querySelector('nutgraf-preview');
    while (own.nextSibling) own.nextSibling.remove();
    own.remove();
    return page;
  }

  function frame(page) {
    return [page.cloneNode(), ...page.querySelectorAll(`${LOADED}, ${SET_UP}`)].map(node => node.outerHTML).join('\n');
  }

  function pair(node, twin) {
    twins.set(node, twin);
    node.childNodes.forEach((child, number) => pair(child, twin.childNodes[number]));
  }

  function both(node, act) {
    act(node);
    act(twins.get(node));
  }

  function change(node, next) {
    if (node.nodeType != Node.ELEMENT_NODE) {
      if (node.data != next.data) both(node, each => each.data = next.data);
      return;
    }
    for (const name of node.getAttributeNames()) {
      if (!next.hasAttribute(name)) both(node, each => each.removeAttribute(name));
    }
    for (const attribute of next.attributes) {
      if (node.getAttribute(attribute.name) != attribute.value) both(node, each => each.setAttributeNode(attribute.cloneNode()));
    }
    changeChildren(node, [...node.childNodes], [...next.childNodes]);
  }

  // What is equal at both ends stays; of the rest, each is made of the one most like it, and what is left over goes.
  function changeChildren(parent, old, wanted) {
    let last = null;
    while (old.length && wanted.length && old[0].isEqualNode(wanted[0])) last = old.shift(), wanted.shift();
    while (old.length && wanted.length && old.at(-1).isEqualNode(wanted.at(-1))) old.pop(), wanted.pop();
    while (wanted.length) {
      const next = wanted.shift(), found = nearest(next, old, wanted);
      if (found < 0) {
        insert(parent, next, last);
        last = next;
      } else {
        old.splice(0, found).forEach(remove);
        last = old.shift();
        change(last, next);
      }
    }
    old.forEach(remove);
  }

  // Its place among the old nodes, or -1 when it is new. None is passed over that stands unchanged further on.
  function nearest(next, old, wanted) {
    if (next.nodeType != Node.ELEMENT_NODE) return old[0]?.nodeType == next.nodeType ? 0 : -1;
    const equal = old.findIndex(each => each.isEqualNode(next));
    if (equal >= 0) return equal;
    const like = old.findIndex(each => each.nodeName == next.nodeName && each.id == next.id);
    const stays = each => each.nodeType == Node.ELEMENT_NODE && wanted.some(later => later.isEqualNode(each));
    return old.slice(0, like + 1).some(stays) ? -1 : like;
  }

  function insert(parent, next, last) {
    const twin = document.importNode(next, true);
    if (last) last.after(next), twins.get(last).after(twin);
    else parent.prepend(next), twins.get(parent).prepend(twin);
    pair(next, twin);
  }

  function remove(node) {
    both(node, each => each.remove());
  }
}
