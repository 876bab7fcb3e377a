import type { View } from './view';

export const missingView: View = {
  title: 'Not here · Practice Gallery',
  bodyClass: 'missing-page',
  main: `<header class="p-head"><h1>There is nothing at this address</h1>
    <p>It may have been deleted, or it never existed. <a href="/3d-models/popular">See the most liked models</a></p></header>`,
  head: '',
  prefetched: { '/i/users/me': { isAnonymous: true } },
  status: 404,
};
