// Runs in the page before everything else: counts the circuit's messages and times keys.
window.probe = { acknowledged: 0, events: 0, sent: 0, received: 0, keys: [] };

{
  const Socket = window.WebSocket;
  const latin = new TextDecoder("latin1");
  window.WebSocket = class extends Socket {
    constructor(...address) {
      super(...address);
      this.addEventListener("message", message => { window.probe.received += message.data.byteLength ?? message.data.length; });
    }

    send(data) {
      const text = typeof data === "string" ? data : latin.decode(data.buffer ?? data);
      window.probe.sent++;
      if (text.includes("OnRenderCompleted")) window.probe.acknowledged++;
      if (text.includes("BeginInvokeDotNetFromJS")) window.probe.events++;
      super.send(data);
    }
  };
}

// From a key until something around the field changes: a class, a state for assistive technology, a sentence.
window.watchKeys = (id, surroundings) => {
  const field = document.getElementById(id);
  const around = field.closest(surroundings);
  let pressed = 0;
  field.addEventListener("keydown", () => { pressed = performance.now(); }, true);
  new MutationObserver(() => {
    if (pressed) window.probe.keys.push(performance.now() - pressed);
    pressed = 0;
  }).observe(around, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["class", "aria-invalid"] });
};
