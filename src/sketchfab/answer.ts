/** What came back over the wire, before anybody judged it: a response read to its end, or why there is none. */
export type Answer =
  | {
      readonly status: number;
      readonly contentType: string | null;
      readonly retryAfter: string | null;
      /** The server's clock, against which a date in Retry-After is meant. */
      readonly date: string | null;
      /** `x-amzn-waf-action` or `cf-mitigated`: the bot wall's own words. */
      readonly wall: string | null;
      readonly body: string;
    }
  | {
      readonly failure: 'offline' | 'no-connection' | 'timeout' | 'too-large' | 'redirected';
      readonly message: string;
    };
