/** What a form keeps on this device. A browser that keeps nothing (full, or private) leaves the form working: it only forgets. */
const PREFIX = 'jonction.';

/** What was kept under a name, as it was kept; null: nothing, or nothing that can be read. */
export function readKept(name: string): unknown {
  try {
    const text = window.localStorage.getItem(PREFIX + name);
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** Null: forgets it. */
export function keep(name: string, value: unknown): void {
  try {
    if (value === null) window.localStorage.removeItem(PREFIX + name);
    else window.localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    return;
  }
}
