import { parseArgs } from 'node:util';
import { pagings } from './api/likes';
import { startPracticeSite } from './practice-site';
import { generations } from './site-request';
import { createWorld } from './world/world';

const usage = `The practice site: npm run practice -- [options]
  --port 8443         0 for any free port
  --models 120 --users 3000 --likes 4800
  --seed 7            another seed gives another world
  --paging mixed      ${pagings.join(', ')}
  --gen 2019          markup of the pages: ${generations.join(', ')}
  --latency 0         ms before every response of the API`;

const defaults = {
  port: '8443',
  models: '120',
  users: '3000',
  likes: '4800',
  seed: '7',
  paging: 'mixed',
  gen: '2019',
  latency: '0',
};
type Name = keyof typeof defaults;
const names = Object.keys(defaults) as Name[];

const { values } = parseArgs({
  options: {
    ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
    help: { type: 'boolean' },
  },
});
if (values.help) {
  console.log(usage);
  process.exit();
}

const text = (name: Name) => (values as Partial<Record<Name, string>>)[name] ?? defaults[name];
function number(name: Name): number {
  if (!/^\d+$/.test(text(name))) throw new Error(`--${name} must be a number, not ${text(name)}`);
  return Number(text(name));
}
function oneOf<T extends string>(name: Name, known: readonly T[]): T {
  const found = known.find((one) => one === text(name));
  if (!found) throw new Error(`--${name} must be one of ${known.join(', ')}, not ${text(name)}`);
  return found;
}

const site = await startPracticeSite({
  world: createWorld({
    seed: number('seed'),
    models: number('models'),
    users: number('users'),
    likes: number('likes'),
  }),
  port: number('port'),
  paging: oneOf('paging', pagings),
  generation: oneOf('gen', generations),
  latencyMs: number('latency'),
});
console.log(`Practice site: https://127.0.0.1:${site.port}/3d-models/popular`);
console.log(`Behind the scenes: https://127.0.0.1:${site.port}/practice`);
console.log(`Certificate for Chromium: --ignore-certificate-errors-spki-list=${site.certificateHash}`);
console.log('The browser warns about the certificate, because it is new. Press Ctrl-C to stop the site.');

process.once('SIGINT', () => {
  site.close().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
});
