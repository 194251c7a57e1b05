let loading: Promise<unknown> | null = null;

/** Fetches Inter once. Called when the list stands, so that the font never delays the first thing to read; the map waits for it. */
export function loadInter(): Promise<unknown> {
  loading ??= import('./inter.css').then(() => Promise.all([document.fonts.load("400 13px 'Inter Variable'"), document.fonts.load("600 13px 'Inter Variable'")])).catch(() => undefined);
  return loading;
}
