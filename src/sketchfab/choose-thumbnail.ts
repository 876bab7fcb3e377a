import * as v from 'valibot';
import { maxTextLength } from './clean-text';

/** Wide enough for a grid of pictures, at a hundredth of the size of the largest image. */
const preferredWidth = 200;
const maxImages = 100;

const image = v.object({
  url: v.string(),
  // The official description declares a string in one place and a number everywhere else.
  width: v.fallback(v.pipe(v.union([v.string(), v.number()]), v.transform(Number), v.safeInteger()), 0),
});

/** The URL of the narrowest image of at least `preferredWidth`, otherwise of the widest. Only https. */
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

/** The URL in normal form, which has no spaces or line breaks but may be longer than the input. */
function safeAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, username, password, href } = new URL(text);
  const isPlain = protocol === 'https:' && username === '' && password === '';
  return isPlain && href.length <= maxTextLength ? href : undefined;
}
