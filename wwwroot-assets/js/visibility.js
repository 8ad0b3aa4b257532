// Tells the page whether it can be seen.
export const watch = page => {
  const tell = () => page.invokeMethodAsync('SeeAsync', document.visibilityState === 'visible').catch(() => {});
  document.addEventListener('visibilitychange', tell);
  if (document.visibilityState !== 'visible') tell();
  return { end: () => document.removeEventListener('visibilitychange', tell) };
};
