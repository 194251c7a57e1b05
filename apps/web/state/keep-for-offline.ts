/** Registers the service worker, and hands it what this page loaded before it was there: the first visit already works offline. */
export function keepForOffline(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  window.addEventListener('load', () => {
    void navigator.serviceWorker
      .register('/service-worker.js')
      .then(() => navigator.serviceWorker.ready)
      .then(({ active }) => {
        const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
        active?.postMessage({ keep: [window.location.href, ...loaded] });
      })
      .catch(() => undefined);
  });
}
