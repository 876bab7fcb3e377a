/** Of the sentences; numbers follow it, so that "1,240 models" never reads as one and a quarter. */
export const locale = 'en';
