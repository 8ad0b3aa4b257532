// Sends one picture straight to the server, with progress and cancel. What it checks first only spares the person a long
// upload in vain; the server judges everything again. The component that owns the markup is ScanUpload.razor.

const signatures = [
  { kind: 'picture', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { kind: 'picture', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'picture', at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
  { kind: 'Pdf', at: 0, bytes: [0x25, 0x50, 0x44, 0x46] },
];

// for answers that somebody on the way gave instead of us
const faultOf = { 413: 'Size', 429: 'TooMany', 503: 'Waiting' };

async function faultBeforeSending(file, maxBytes) {
  if (file.size === 0) return 'Empty';
  try {
    const head = new Uint8Array(await file.slice(0, 12).arrayBuffer());
    const known = signatures.find(s => s.bytes.every((b, i) => head[s.at + i] === b));
    if (known?.kind !== 'picture') return known?.kind ?? 'Type';
  } catch {
    return 'Failed';
  }
  return file.size > maxBytes ? 'Size' : null;
}

export function connect(root, component) {
  const find = selector => root.querySelector(selector);
  const drop = find('[data-drop]');
  const progress = find('[data-progress]');
  const listening = new AbortController();
  let request = null;
  let announced = 0;

  const say = text => { find('[data-status]').textContent = text; };
  const tell = (method, ...values) => component.invokeMethodAsync(method, ...values).catch(() => say(root.dataset.textReload));

  function show(percent) {
    find('progress').value = percent;
    // a screen reader hears quarters, not every step
    if (percent >= announced + 25 && percent < 100) {
      announced = percent - percent % 25;
      say(root.dataset.textPercent.replace('{0}', announced));
    }
  }

  function finish() {
    request = null;
    if (progress.contains(document.activeElement)) find('input').focus();
    progress.hidden = true;
  }

  async function take(file) {
    request?.abort();
    const mine = request = new XMLHttpRequest();
    say('');
    tell('Began');
    const fault = await faultBeforeSending(file, Number(root.dataset.maxBytes));
    if (request !== mine) return;
    if (fault) {
      finish();
      tell('Refused', fault);
      return;
    }

    const end = (method, ...values) => {
      if (request !== mine) return;
      finish();
      tell(method, ...values);
    };
    mine.upload.onprogress = e => { if (e.lengthComputable && request === mine) show(Math.floor(100 * e.loaded / e.total)); };
    mine.upload.onload = () => { if (request === mine) say(root.dataset.textChecking); };
    mine.onload = () => {
      const accepted = mine.status === 200 && mine.response?.width > 0;
      if (request === mine) say(accepted ? root.dataset.textDone : '');
      if (accepted) end('Accepted', mine.response.width, mine.response.height);
      else end('Refused', mine.response?.fault ?? faultOf[mine.status] ?? 'Failed');
    };
    mine.onerror = () => { say(''); end('Refused', 'Failed'); };

    announced = 0;
    show(0);
    progress.hidden = false;
    mine.open('PUT', root.dataset.url);
    mine.responseType = 'json';
    mine.setRequestHeader('Content-Type', 'application/octet-stream');
    mine.setRequestHeader('RequestVerificationToken', root.dataset.token);
    mine.send(file);
  }

  function cancel() {
    const old = request;
    finish();
    old?.abort();
    say(root.dataset.textCancelled);
  }

  async function ask(method, url, done) {
    say('');
    try {
      const response = await fetch(url, {
        method,
        headers: { RequestVerificationToken: root.dataset.token },
        signal: AbortSignal.timeout(30_000), // .NET waits 60 s for us and then fails the circuit
      });
      const answer = await response.json().catch(() => ({}));
      if (!response.ok) return { fault: answer.fault ?? faultOf[response.status] ?? 'Failed' };
      say(done);
      return answer;
    } catch {
      return { fault: 'Failed' };
    }
  }

  const on = (target, type, handle) => target.addEventListener(type, handle, { signal: listening.signal });
  on(root, 'change', e => {
    const file = e.target.files?.[0];
    if (!file) return;
    e.target.value = '';
    take(file);
  });
  on(root, 'click', e => { if (e.target.closest('[data-cancel]')) cancel(); });
  on(drop, 'dragover', () => drop.classList.add('over'));
  on(drop, 'dragleave', e => { if (!drop.contains(e.relatedTarget)) drop.classList.remove('over'); });
  on(drop, 'drop', e => {
    drop.classList.remove('over');
    const file = e.dataTransfer?.files[0];
    if (file && !find('input').disabled) take(file);
  });
  // a picture dropped beside the field must not replace the page
  on(document, 'dragover', e => e.preventDefault());
  on(document, 'drop', e => e.preventDefault());

  return {
    rotate: () => ask('POST', `${root.dataset.url}/rotate`, root.dataset.textTurned),
    remove: () => ask('DELETE', root.dataset.url, root.dataset.textRemoved),
    disconnect: () => {
      listening.abort();
      const old = request;
      request = null;
      old?.abort();
    },
  };
}
