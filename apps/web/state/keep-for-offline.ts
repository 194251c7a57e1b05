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

/** Has the service worker keep an answer that it does not keep by itself. */
export function keepAnswer(path: string): void {
  if ('serviceWorker' in navigator && navigator.onLine) navigator.serviceWorker.controller?.postMessage({ keep: [new URL(path, window.location.href).href] });
}
