/** The site's hosts. Only the manifest and the practice site repeat them. */
export const siteOrigin = 'https://sketchfab.com';
export const apiOrigin = 'https://api.sketchfab.com';

/** The match patterns of both hosts, to ask the browser for access to them. */
export const hostPatterns = [`${siteOrigin}/*`, `${apiOrigin}/*`];
