/** The hosts, in one place: the manifest and the practice site repeat them, nobody else. */
export const siteOrigin = 'https://sketchfab.com';
export const apiOrigin = 'https://api.sketchfab.com';
