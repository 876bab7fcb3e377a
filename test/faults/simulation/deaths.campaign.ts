// The unit test kills at every third operation; this one at every operation, in every way.
process.env['DEATH_STRIDE'] = '1';
await import('../../simulation/deaths.test');

export {};
