const maxLength = 40;

/**
 * A contributor's name as a folder may be called: lower-case letters, digits and single hyphens. Two people whose
 * names come out alike share a folder, which costs nothing: the files in it are named by their runs.
 */
export function contributorSlug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, maxLength)
    .replaceAll(/^-+|-+$/g, '');
  return plain || 'someone';
}
