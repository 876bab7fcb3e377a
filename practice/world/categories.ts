import { mix } from './random';

export type PracticeCategory = { readonly uid: string; readonly name: string; readonly slug: string };

/** The site's own category names; the ids are invented. */
const names = [
  'Animals & Pets',
  'Architecture',
  'Art & Abstract',
  'Cars & Vehicles',
  'Characters & Creatures',
  'Cultural Heritage & History',
  'Electronics & Gadgets',
  'Fashion & Style',
  'Food & Drink',
  'Furniture & Home',
  'Music',
  'Nature & Plants',
  'News & Politics',
  'People',
  'Places & Travel',
  'Science & Technology',
  'Sports & Fitness',
  'Weapons & Military',
];

const part = (key: number, index: number) => mix(18, key, index).toString(16).padStart(8, '0');

export const categories: readonly PracticeCategory[] = names.map((name, index) => ({
  uid: [1, 2, 3, 4].map((key) => part(key, index)).join(''),
  name,
  slug: name.toLowerCase().replaceAll(' & ', '-').replaceAll(' ', '-'),
}));
