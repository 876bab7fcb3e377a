import * as v from 'valibot';
import { maxTextLength } from './clean-text';
import { siteOrigin } from './site';

/** Wide enough for a grid of pictures, at a hundredth of the size of the largest image. */
const preferredWidth = 200;
const maxImages = 100;

const image = v.object({
  url: v.string(),
  // The official description declares a string in one place and a number everywhere else.
  width: v.fallback(v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.safeInteger()), 0),
});

/** The URL of the narrowest image of at least `preferredWidth`, otherwise of the widest. Only https, and only of the site. */
export function chooseThumbnail(images: readonly unknown[]): string | null {
  const usable = images.slice(0, maxImages).flatMap(readImage);
  const byWidth = usable.sort((a, b) => a.width - b.width);
  return (byWidth.find(({ width }) => width >= preferredWidth) ?? byWidth.at(-1))?.url ?? null;
}

function readImage(value: unknown): { url: string; width: number }[] {
  const read = v.safeParse(image, value);
  if (!read.success || read.output.url.length > maxTextLength) return [];
  const url = safeAddress(read.output.url);
  return url === undefined ? [] : [{ url, width: read.output.width }];
}

const siteHost = new URL(siteOrigin).hostname;

/** Whoever shows the pictures of a dataset asks their host for them, which must not be one that a page or a zip has chosen. */
const isOfSite = (host: string) => host === siteHost || host.endsWith(`.${siteHost}`);

/** The URL in normal form, which has no spaces or line breaks but may be longer than the input. */
function safeAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, username, password, port, hostname, href } = new URL(text);
  const isPlain = protocol === 'https:' && username === '' && password === '' && port === '';
  return isPlain && isOfSite(hostname) && href.length <= maxTextLength ? href : undefined;
}
