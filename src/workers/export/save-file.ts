let lastUrl: string | undefined;

/**
 * Hands a file to the browser's download. Nobody tells a page when a download has ended, and a URL revoked before that
 * fails it: so this one lives until the next, or until the page goes.
 */
export function offerDownload(file: Blob, fileName: string): void {
  if (lastUrl !== undefined) URL.revokeObjectURL(lastUrl);
  lastUrl = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = lastUrl;
  link.download = fileName;
  link.click();
}
