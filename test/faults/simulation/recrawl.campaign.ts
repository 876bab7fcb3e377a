// The unit test uses fewer models.
process.env['RECRAWL_MODELS'] = '1000';
await import('../../simulation/recrawl.test');

export {};
