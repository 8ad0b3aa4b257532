// Keys for the board. They only move the focus, or press what has it: everything they do a mouse can do too. Off means off, for this tab (WCAG 2.1.4).
const kept = 'board-keys';
let dialog, on = sessionStorage.getItem(kept) !== 'off';

const rows = () => [...document.querySelectorAll('[data-key-row]')];
const row = () => rows().indexOf(document.activeElement?.closest('tr')?.querySelector('[data-key-row]'));
const press = found => found && (found.focus(), found.click());
const step = by => {
  const all = rows();
  const at = row();
  all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
};
// the next that nobody has in hand, by the day it is due, whatever order the page is in
const due = () => {
  const day = line => line.querySelector('[data-due]').dataset.due;
  const free = line => line.querySelector('[data-key-claim=free]');
  const lines = rows().map(one => one.closest('tr')).sort((one, other) => day(one).localeCompare(day(other)));
  const next = lines.slice(lines.indexOf(rows()[row()]?.closest('tr')) + 1).find(free) ?? lines.find(free);
  next?.querySelector('[data-key-row]').focus();
};
// clicked where it stands, so that the focus stays on the row
const pick = () => row() >= 0 && rows()[row()].closest('tr').querySelector('[data-key-pick]');
let last;
const range = () => {
  const all = [...document.querySelectorAll('[data-key-pick]')];
  const [from, to] = [all.indexOf(last), all.indexOf(pick())].sort((one, other) => one - other);
  if (to >= 0) all.slice(Math.max(from, 0), to + 1).filter(one => !one.checked).forEach(one => one.click());
};
const chosen = () => document.querySelector('[data-key-pick]:checked') || pick()?.click();
const keys = {
  j: () => step(1),
  k: () => step(-1),
  c: () => press(document.activeElement?.closest('tr')?.querySelector('[data-key-claim]')),
  x: () => { last = pick(); last?.click(); },
  X: range,
  a: () => { chosen(); document.querySelector('[data-key-assign]')?.click(); },
  r: () => { chosen(); document.querySelector('[data-key-reply]')?.click(); },
  u: () => document.querySelector('[data-key-undo]')?.click(),
  d: due,
  n: () => document.querySelector('[data-key-after]')?.click(),
  p: () => document.querySelector('[data-key-before]')?.click(),
  '/': () => document.querySelector('[data-key-find]')?.focus(),
  '?': () => dialog.showModal(),
};

const hear = event => {
  const typing = event.target.closest('input:not([type=checkbox]), select, textarea, [contenteditable], dialog');
  if (!on || typing || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
};
const open = event => event.target.closest('[data-keys-open]') && dialog.showModal();
// heard here and not by the server, so that the key after the choice already obeys it
const turn = event => {
  if (!event.target.matches('[data-keys-on]')) return;
  on = event.target.checked;
  on ? sessionStorage.removeItem(kept) : sessionStorage.setItem(kept, 'off');
};

// what has the focus may go while the page stays: the focus goes back to the row it was in last, or to how many rows there are now
let held, from;
const hold = ({ target }) => {
  // a click gives a button the focus too, and its reader is not to be taken elsewhere
  held = target.matches(':focus-visible') ? target : null;
  from = target.closest('tr')?.querySelector('[data-key-row]') ?? from;
};
// who points elsewhere has left it
const leave = () => held = null;
const gone = new MutationObserver(() => {
  if (!held || held.isConnected || document.activeElement !== document.body) return;
  (from?.isConnected ? from : document.querySelector('[data-key-count]'))?.focus();
});

export const listen = element => {
  dialog = element;
  held = from = null;
  dialog.querySelector('[data-keys-on]').checked = on;
  document.addEventListener('keydown', hear);
  document.addEventListener('click', open);
  document.addEventListener('change', turn);
  document.addEventListener('pointerdown', leave, true);
  document.addEventListener('focusin', hold);
  gone.observe(dialog.closest('.board'), { childList: true, subtree: true });
};
export const show = element => element.open || element.showModal();
export const hide = element => element.close();
export const stop = () => {
  document.removeEventListener('keydown', hear);
  document.removeEventListener('click', open);
  document.removeEventListener('change', turn);
  document.removeEventListener('pointerdown', leave, true);
  document.removeEventListener('focusin', hold);
  gone.disconnect();
};
