/** Whether a path fits a behaviour's pattern: `*` is any characters, slashes too, `?` exactly one; case counts. */
export function matchesPattern(pattern: string, path: string): boolean {
  const given = pattern.startsWith('/') || pattern.startsWith('*') ? pattern : `/${pattern}`;
  const source = given
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(path);
}
