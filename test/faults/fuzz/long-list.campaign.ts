import { describe, it } from 'vitest';
import { readLongList } from '../../cases/read-long-list';

describe('a model with 50,000 likes', () => {
  it('is saved page by page, and the models behind it get their turn', { timeout: 300_000 }, () =>
    readLongList(50_000),
  );
});
