type Callback = () => void;

const waiting: Callback[] = [];
let channel: MessagePort | undefined;

/**
 * JSZip calls `setImmediate` between its steps, and browsers have none. The package it brings for that makes code of
 * strings, which add-on reviews refuse. The build puts this one in its place wherever the name is used, so that no
 * global appears: Dexie changes its ways when it finds one.
 */
export function setImmediate(callback: Callback): void {
  waiting.push(callback);
  // A message is a task of its own: the page can draw in between. A timer would wait 4 ms each time.
  channel ??= openTaskChannel();
  channel.postMessage(null);
}

/** One for all calls: ports are cleared away late, and the zip of 6.3 million likes calls tens of thousands of times. */
function openTaskChannel(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => waiting.shift()?.();
  return port2;
}
