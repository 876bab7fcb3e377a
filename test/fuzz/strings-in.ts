/** Every string in a JSON text, keys included; none if it is not JSON. */
export function stringsIn(json: string): Set<string> {
  const found = new Set<string>();
  const open: unknown[] = [];
  try {
    open.push(JSON.parse(json));
  } catch {
    return found;
  }
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'string') found.add(value);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        found.add(key);
        open.push(inner);
      }
    }
  }
  return found;
}
