// What surrounds a page that lives in a circuit: links that name the page they stand on, and the dialog of a lost connection.

// the frame is sent once, the router moves on beneath it
const links = 'a.skip, a[href*="returnUrl="]';
const pointHere = link => {
  const here = location.pathname + location.search;
  if (link.matches('.skip')) {
    link.href = here + '#main';
  } else {
    const to = new URL(link.href);
    to.searchParams.set('returnUrl', here);
    link.href = to;
  }
};
window.navigation?.addEventListener('currententrychange', () => document.querySelectorAll(links).forEach(pointHere));
// browsers that do not tell of it: at the last moment
for (const kind of ['pointerdown', 'focusin', 'click']) {
  document.addEventListener(kind, ({ target }) => [target.closest?.(links)].filter(Boolean).forEach(pointHere), true);
}

// the ways between pages of staff, where they lie over the page, are left with the page
document.addEventListener('click', ({ target }) => target.closest?.('.ways a') && document.querySelector('.ways:popover-open')?.hidePopover());

matchMedia('(min-width: 60rem)').addEventListener('change', () => document.querySelector('.ways:popover-open')?.hidePopover());

// when a circuit starts, the framework takes the page's own style sheets out of the head and puts new links in: copies bridge the moment until those are loaded
const bridges = new Map([...document.head.querySelectorAll('[rel=icon] ~ [rel=stylesheet]')].map(link => [link.href, link.cloneNode()]));
// before what the framework keeps: what it finds behind that must stay
document.querySelector('[rel=icon]').after(...bridges.values());
new MutationObserver(changes => changes.flatMap(({ addedNodes }) => [...addedNodes]).forEach(link => {
  link.addEventListener('load', () => bridges.get(link.href)?.remove(), { once: true });
})).observe(document.head, { childList: true });

// leaving a field can bring a complaint that moves the button just pressed: the press stays with the button unless the pointer itself is drawn away
const far = 12;
document.addEventListener('pointerdown', pressed => {
  const button = pressed.target.closest?.('button');
  if (!button || pressed.pointerType === 'touch') return;   // a finger's press stays with what it touched anyway
  button.setPointerCapture(pressed.pointerId);
  const drawn = event => {
    if (Math.hypot(event.clientX - pressed.clientX, event.clientY - pressed.clientY) > far) button.releasePointerCapture(pressed.pointerId);
  };
  button.addEventListener('pointermove', drawn);
  button.addEventListener('lostpointercapture', () => button.removeEventListener('pointermove', drawn), { once: true });
}, true);

// a circuit that cannot come back is replaced by a fresh page: drafts are kept on the server.
const dialog = document.getElementById('components-reconnect-modal');

const tryAgain = async () => {
  try {
    if (await Blazor.reconnect() || await Blazor.resumeCircuit()) dialog.close();
    else location.reload();
  } catch {
    document.addEventListener('visibilitychange', whenSeen);
  }
};
const whenSeen = () => {
  if (document.visibilityState !== 'visible') return;
  document.removeEventListener('visibilitychange', whenSeen);
  tryAgain();
};
const resume = async () => {
  if (!await Blazor.resumeCircuit()) location.reload();
};
const actions = { retry: tryAgain, resume, reload: () => location.reload() };

dialog.addEventListener('click', event => actions[event.target.dataset.reconnect]?.());
dialog.addEventListener('components-reconnect-state-changed', ({ detail }) => {
  if (detail.state === 'show' && !dialog.open) dialog.showModal();
  else if (detail.state === 'hide') dialog.close();
  else if (detail.state === 'failed') document.addEventListener('visibilitychange', whenSeen);
  else if (detail.state === 'rejected') location.reload();
});
