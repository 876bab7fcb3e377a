/** By the day in UTC, so that the same moment gives the same name everywhere. Nothing in it comes from the site. */
export function datasetFileName(exportedAt: Date): string {
  return `sketchfab-likes-${exportedAt.toISOString().slice(0, 10)}.zip`;
}
