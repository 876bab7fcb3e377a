import { digestResults } from './digest-results';

Object.assign(globalThis, { digestResults });
