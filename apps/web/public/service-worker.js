/**
 * Keeps what was visited, for places without a line. The network comes first for answers and for the page itself: what is kept
 * is shown only when nobody answers, with the time at which it was given. Files whose name holds their hash never change.
 */
const FILES = 'jonction-files-1';
const ANSWERS = 'jonction-answers-1';
/** Answers kept: about a month of a working group’s questions, with the tiles around them. */
const MOST_ANSWERS = 900;
const STORED = 'x-jonction-stored';

const isFile = (url) => url.pathname.startsWith('/assets/') || url.pathname === '/favicon.svg';
/** Downloads and health are about now; kept ones would mislead. */
const ABOUT_NOW = /^\/api\/(health|templates)\b/;
/** What somebody dropped into the page, and what waits for a verdict, is never kept on the device. */
const NOT_KEPT = /^\/api\/(imports|mappings|matches|proposals)\b/;
/** What is tried out is asked for ahead of each click, and often: kept only when the page says that somebody looked at it. */
const isTried = (url) => url.pathname === '/api/what-if';
const isAnswer = (url) => url.pathname.startsWith('/api/') && !ABOUT_NOW.test(url.pathname) && !NOT_KEPT.test(url.pathname) && !url.searchParams.has('format');

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(Promise.all([self.clients.claim(), dropOldCaches()])));

async function dropOldCaches() {
  for (const name of await caches.keys()) if (name !== FILES && name !== ANSWERS) await caches.delete(name);
}

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (event.request.mode === 'navigate') event.respondWith(fromNetwork(event, FILES, '/'));
  else if (isFile(url)) event.respondWith(fromStore(event));
  else if (isAnswer(url)) event.respondWith(fromNetwork(event, ANSWERS, url.href));
});

self.addEventListener('message', (event) => {
  const addresses = event.data?.keep;
  if (Array.isArray(addresses)) event.waitUntil(keepLoaded(addresses));
});

/** What the page loaded before this worker was there comes from the browser’s own cache where it can. */
async function keepLoaded(addresses) {
  for (const address of new Set(addresses)) {
    const url = new URL(address);
    if (url.origin !== self.location.origin) continue;
    const page = !isFile(url) && !isAnswer(url);
    if (page && url.pathname !== '/') continue;
    const key = page ? '/' : url.href;
    const store = page || isFile(url) ? FILES : ANSWERS;
    const cache = await caches.open(store);
    if (!isTried(url) && (await cache.match(key))) continue;
    try {
      await keep(store, key, await fetch(page ? '/' : url.href, isFile(url) ? { cache: 'force-cache' } : {}));
    } catch {
      // The line broke meanwhile: what is not kept now will be kept when it is next asked for.
    }
  }
}

async function fromStore(event) {
  const cache = await caches.open(FILES);
  const kept = await cache.match(event.request.url);
  if (kept) return kept;
  const response = await fetch(event.request);
  if (response.ok) event.waitUntil(cache.put(event.request.url, response.clone()));
  return response;
}

async function fromNetwork(event, store, key) {
  try {
    const response = await fetch(event.request);
    if (response.ok && !isTried(new URL(event.request.url))) event.waitUntil(keep(store, key, response.clone()));
    return response;
  } catch (error) {
    const kept = await (await caches.open(store)).match(key);
    if (kept) return kept;
    throw error;
  }
}

/** Stores an answer with the time at which it was given; an empty one (a tile with nothing in it) as well. */
async function keep(store, key, response) {
  if (!response.ok) return;
  const headers = new Headers(response.headers);
  headers.set(STORED, new Date().toISOString());
  headers.delete('content-encoding');
  headers.delete('content-length');
  const empty = response.status === 204;
  const cache = await caches.open(store);
  await cache.put(key, new Response(empty ? null : await response.arrayBuffer(), { status: response.status, headers }));
  if (store !== ANSWERS) return;
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - MOST_ANSWERS))) await cache.delete(old);
}
