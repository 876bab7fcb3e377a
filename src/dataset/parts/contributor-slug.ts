const maxLength = 40;

/**
 * The name of a contributor as a folder name: lower-case letters, digits and single hyphens. Two people with the same
 * slug share a folder, which does no harm, since the files in it are named after their runs.
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
