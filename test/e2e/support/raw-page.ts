import type { DevtoolsPipe } from './devtools-pipe';
import { until } from './until';

/** A tab to which we are attached. */
export type RawPage = {
  /** The awaited value of an expression in the page; throws the page's error. */
  evaluate<T>(expression: string): Promise<T>;
  close(): Promise<void>;
};

type Evaluation = {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: {
    readonly text: string;
    readonly exception?: { readonly description?: string };
  };
};

export async function openRawPage(
  devtools: DevtoolsPipe,
  url: string,
  { inBackground = false } = {},
): Promise<RawPage> {
  const target = { url, background: inBackground };
  const { targetId } = await devtools.send<{ targetId: string }>('Target.createTarget', target);
  const attach = { targetId, flatten: true };
  const { sessionId } = await devtools.send<{ sessionId: string }>('Target.attachToTarget', attach);

  const evaluate = async <T>(expression: string): Promise<T> => {
    const question = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    const { result, exceptionDetails } = await devtools.send<Evaluation>(
      'Runtime.evaluate',
      question,
      sessionId,
    );
    if (!exceptionDetails) return result.value as T;
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  };
  // The first document of a new tab is empty and already complete.
  const isLoaded = `location.href !== 'about:blank' && document.readyState === 'complete'`;
  // A navigation replaces the document during the request; the next one reaches the new document.
  await until(`${url} to load`, () => evaluate<boolean>(isLoaded).catch(() => false as const));

  return {
    evaluate,
    async close() {
      await devtools.send('Target.closeTarget', { targetId });
    },
  };
}
