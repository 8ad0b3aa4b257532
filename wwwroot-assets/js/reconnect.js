// Buttons of the connection dialog. A circuit that cannot come back is replaced by a fresh page: drafts are kept on the server.
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
