// Tells the page around a box how tall it is: the message of AMP, which @newswire/frames and our frames.js read.
{
  const root = document.documentElement;
  const tell = () => parent.postMessage({ sentinel: 'amp', type: 'embed-size', height: Math.ceil(root.getBoundingClientRect().height) }, '*');
  new ResizeObserver(tell).observe(root);
  // A box below the window is not drawn, and its size not observed.
  addEventListener('load', tell);
  // A page that begins to listen late asks.
  addEventListener('message', ({ data }) => data?.type == 'frames-init' && tell());
}
