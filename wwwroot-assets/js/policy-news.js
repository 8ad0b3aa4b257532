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

/** Takes the news as a page asked for now has it; nothing of this page is lost. */
const look = async () => {
  const asked = await fetch('/policy/versions');
  const fresh = new DOMParser().parseFromString(await asked.text(), 'text/html');
  const news = fresh.querySelector('.policy-news');
  document.querySelector('.policy-news')?.remove();
  if (!news) return;
  const back = news.querySelector('[name=returnUrl]');
  if (back) back.value = location.pathname + location.search;
  document.querySelector('.root').prepend(fresh.querySelector('link[href*="policy-news"]'), news);
  if (news.matches('dialog')) show(news);
};

/** "I have read it" leaves the page as it is; where that fails the form goes its own way. */
const read = async event => {
  const news = event.target.closest('.policy-news');
  if (!news) return;
  event.preventDefault();
  try {
    const answer = await fetch(event.target.action, { method: 'POST', body: new FormData(event.target), redirect: 'manual' });
    if (!answer.ok && answer.type !== 'opaqueredirect') throw answer;
    news.close?.();
    news.remove();
  } catch {
    event.target.submit();
  }
};

/** While somebody looks at the page it hears of new versions; a hidden one has no connection, and catches up. */
const listen = ({ published, newest }) => {
  let stream;
  const follow = () => {
    stream?.close();
    stream = document.hidden ? null : new EventSource(published);
    stream?.addEventListener('published', event => {
      if (Number(event.data) <= Number(newest)) return;
      newest = event.data;
      look();
    });
  };
  document.addEventListener('submit', read);
  document.addEventListener('visibilitychange', follow);
  follow();
};

const waiting = document.querySelector('script[data-published]');
if (waiting) listen(waiting.dataset);
