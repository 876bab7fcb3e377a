/** Under its run, so that the parts of a whole team lie in one folder. */
export function partFileName(exportedAt: Date, run: string): string {
  return `sketchfab-likes-part-${exportedAt.toISOString().slice(0, 10)}-${run}.zip`;
}
