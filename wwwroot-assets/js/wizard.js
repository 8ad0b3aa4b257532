// The wizard's few lines: everything else is the server's.

/** Focuses a field, or the first input of a group of choices, and brings its label into view. */
export function focusField(id) {
  const field = document.getElementById(id);
  if (!field) return;
  const input = field.matches("fieldset") ? field.querySelector("input:not(:disabled)") : field;
  (field.closest(".field, .choices") ?? field).scrollIntoView({ block: "start" });
  input?.focus({ preventScroll: true });
}

/** Where a step begins: its heading, or the field asked for. Over a slow line this comes late, and whoever types or presses a button already stays where they are. */
export function arrive(heading, id) {
  if (document.activeElement?.matches("input, select, textarea, button")) return;
  if (id) focusField(id);
  else heading.focus();
}

export function timeZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** @param page answers SaveAsync: saves what was typed */
export function start(page) {
  // before the router: a link to a field of this page only moves the focus
  const follow = event => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.dataset.field) {
      event.preventDefault();
      event.stopPropagation();
      focusField(link.dataset.field);
    } else if (link.target === "_top" && !link.dataset.saved) {
      // it leaves the circuit (language, theme, text size): the next page must find what was typed a moment ago
      event.preventDefault();
      const saved = page.invokeMethodAsync("SaveAsync").catch(() => false);
      Promise.race([saved, new Promise(done => setTimeout(done, 3000))]).then(() => location.assign(link.href));
    }
  };
  document.addEventListener("click", follow, true);
  return { stop: () => document.removeEventListener("click", follow, true) };
}
