// The buttons of charts and films of other sites: each puts its frame in its own place, and moves there.
for (const button of document.querySelectorAll('.external button')) {
  const place = button.parentNode;
  button.hidden = false;
  button.onclick = () => {
    place.style.minHeight = `${place.getBoundingClientRect().height}px`; // a long title can be higher than the frame
    place.replaceChildren(place.querySelector('template').content);
    place.firstChild.focus();
  };
}
