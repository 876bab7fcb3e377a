import { describe, expect, it } from 'vitest';
import { keepMeasurement, readMeasurement } from '../../src/store/measurement';
import { writeState } from '../../src/store/states';
import { freshDatabase } from './fresh-database';

describe('the measurement that is kept', () => {
  it('is none at first, and then the last', async () => {
    const db = freshDatabase();
    expect(await readMeasurement(db)).toBeNull();
    await writeState(db, 'databaseId', 'one');
    await keepMeasurement(db, 'one', { version: 1 });
    expect(await readMeasurement(db)).toEqual({ version: 1 });
  });

  it('is not kept in a database that was made anew since it began', async () => {
    const db = freshDatabase();
    await writeState(db, 'databaseId', 'two');
    await keepMeasurement(db, 'one', { version: 1 });
    expect(await readMeasurement(db)).toBeNull();
  });
});
