// Says that a page is open and seen, and that somebody is writing in it: never what.
export const stay = (page, beat) => {
  const tell = method => page.invokeMethodAsync(method).catch(() => {});
  const seen = () => document.visibilityState === 'visible';
  const change = () => tell(seen() ? 'StayAsync' : 'GoAsync');
  const timer = setInterval(() => seen() && tell('StayAsync'), beat);
  document.addEventListener('visibilitychange', change);
  if (seen()) tell('StayAsync');
  return { end: () => { clearInterval(timer); document.removeEventListener('visibilitychange', change); } };
};

export const write = (id, page, pause) => {
  const field = document.getElementById(id);
  let last = -pause;
  const tell = () => {
    const now = performance.now();
    if (now - last < pause) return;
    last = now;
    page.invokeMethodAsync('TellAsync').catch(() => {});
  };
  field?.addEventListener('input', tell);
  return { end: () => field?.removeEventListener('input', tell) };
};
