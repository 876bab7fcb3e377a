// The short set kills at each third operation; here it is each one, in each way.
process.env['DEATH_STRIDE'] = '1';
await import('../../simulation/deaths.test');

export {};
