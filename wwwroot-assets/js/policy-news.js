// A new major version of the policy: a real dialog, with the page behind it out of reach until it is answered.
export const show = dialog => {
  if (!dialog?.isConnected) return;
  // sent open for whoever has no script; only showModal makes it modal
  if (dialog.open) dialog.close();
  dialog.showModal();
  // Escape is no answer
  dialog.addEventListener('cancel', event => event.preventDefault());
};

// a page without a circuit has sent it along
document.querySelectorAll('dialog.policy-news[open]').forEach(show);
