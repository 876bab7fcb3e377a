/**
 * JSZip calls `setImmediate` between its steps, and browsers have none. The package it brings for that makes code of
 * strings, which add-on reviews refuse. The build puts this one in its place wherever the name is used, so that no
 * global appears: Dexie changes its ways when it finds one.
 */
export function setImmediate(callback: () => void): void {
  // A message is a task of its own: the page can draw in between. A timer would wait 4 ms each time.
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    callback();
  };
  port2.postMessage(null);
}
