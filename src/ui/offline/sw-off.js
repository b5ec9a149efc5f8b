// In the place of sw.js this takes the offline copy away again, for when that has gone wrong: `OFFLINE_COPY=off make build`.
addEventListener("install", () => skipWaiting());
async function leave() {
  const ours = (await caches.keys()).filter((name) => name.startsWith("skillstead-"));
  await Promise.all(ours.map((name) => caches.delete(name)));
  await registration.unregister();
}
addEventListener("activate", (event) => event.waitUntil(leave()));
