type Callback = () => void;

const waiting: Callback[] = [];
let channel: MessagePort | undefined;

/**
 * JSZip calls `setImmediate` between its steps, which browsers do not have. The polyfill it depends on evaluates strings
 * as code, which add-on reviews reject. The build replaces that polyfill with this one, imported wherever the name is
 * used, so that there is no global: Dexie behaves differently if it finds one.
 */
export function setImmediate(callback: Callback): void {
  waiting.push(callback);
  // A message is a separate task, so the page can draw in between. A timer would wait at least 4 ms.
  channel ??= openTaskChannel();
  channel.postMessage(null);
}

/** One channel for all calls: ports are garbage-collected late, and the zip of 6.3 million likes makes tens of thousands of calls. */
function openTaskChannel(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => waiting.shift()?.();
  return port2;
}
