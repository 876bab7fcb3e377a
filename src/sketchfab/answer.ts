/** The outcome of a request, not yet classified: a response read to its end, or the reason why there is none. */
export type Answer =
  | {
      readonly status: number;
      readonly contentType: string | null;
      readonly retryAfter: string | null;
      /** The server's clock. A date in Retry-After is relative to it. */
      readonly date: string | null;
      /** The header of a bot check: `x-amzn-waf-action` or `cf-mitigated`. */
      readonly wall: string | null;
      readonly body: string;
      /** Requested with the user's cookies, so the site may have shown what it does not show to everyone. */
      readonly withCookies: boolean;
    }
  | {
      readonly failure: 'offline' | 'no-connection' | 'timeout' | 'too-large' | 'redirected';
      readonly message: string;
    };
