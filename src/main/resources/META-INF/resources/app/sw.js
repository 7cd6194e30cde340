// Keeps the shell of the page, so that it opens without a network. What people keep is never in here: whatever is not
// the shell goes to the network as if there were no worker. The service fills in the two that follow.
const version = '@version@';
const files = { '@files@': '' };

const prefix = 'nestegg-';
const cacheName = prefix + version;

self.addEventListener('install', event => event.waitUntil(keepShell()));
self.addEventListener('activate', event => event.waitUntil(begin()));
self.addEventListener('message', onMessage);
self.addEventListener('fetch', onFetch);

// All files or none, and none of another version, as replicas have during a rollout: the browser tries again later. Those that
// it has already are only asked whether they are still the same.
async function keepShell() {
  const cache = await caches.open(cacheName);
  await cache.addAll(
    Object.entries(files).map(([path, integrity]) => new Request(path, { cache: 'no-cache', integrity })),
  );
}

async function begin() {
  const names = await caches.keys();
  const others = names.filter(name => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(others.map(name => caches.delete(name)));
  await self.clients.claim();
}

// A page that is open goes on with the version that it began with, until it says that it is ready for the new one.
function onMessage(event) {
  if (event.data?.type === 'take-over') {
    self.skipWaiting();
  }
}

function onFetch(event) {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) {
    return;
  }
  const isPage = url.pathname === '/' && request.mode === 'navigate';
  const isFile = url.pathname !== '/' && url.search === '' && Object.hasOwn(files, url.pathname);
  if (isPage || isFile) {
    event.respondWith(answer(request, url.pathname));
  }
}

async function answer(request, path) {
  const kept = await caches.match(path, { cacheName, ignoreVary: true });
  return kept ?? fetch(request);
}
