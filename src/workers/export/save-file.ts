let lastUrl: string | undefined;

/**
 * Hands a file to the browser to download. A page is not told when a download has ended, and a URL revoked before that
 * fails it: so the URL lives until the next download, or until the page goes.
 */
export function saveFile(file: Blob, fileName: string): void {
  if (lastUrl !== undefined) URL.revokeObjectURL(lastUrl);
  lastUrl = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = lastUrl;
  link.download = fileName;
  link.click();
}
