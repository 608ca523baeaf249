// For other people’s pages: gives the boxes of this site in them the height of what they show.
{
  const { origin } = new URL(document.currentScript.src);
  const frames = [...document.querySelectorAll('iframe')].filter(frame => frame.src.startsWith(`${origin}/`));
  addEventListener('message', event => {
    if (event.origin == origin && event.data?.type == 'embed-size') {
      frames.forEach(frame => { if (frame.contentWindow == event.source) frame.height = event.data.height; });
    }
  });
  frames.forEach(frame => frame.contentWindow.postMessage({ sentinel: 'amp', type: 'frames-init' }, '*'));
}
