/** Calls by service, as `docs/local-cloud.md` and the code name both. */
export type Calls = ReadonlyMap<string, ReadonlySet<string>>;

const HEADING = '## AWS calls on the endpoint';

/** What stands in brackets or after a semicolon explains; it is no name. */
const names = (cell: string): string[] =>
  (cell.split(';')[0] ?? '')
    .replaceAll(/\([^)]*\)/g, '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'none');

/** The calls that the table of the documentation says are answered. Services without any are left out. */
export function namedCalls(markdown: string): Calls {
  const section = markdown.split(/^(?=###? )/m).find((part) => part.startsWith(HEADING)) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  const services = rows.slice(2).map((row): [string, ReadonlySet<string>] => {
    const [, service = '', calls = ''] = row.split('|');
    return [service.replace(/\([^)]*\)/, '').trim(), new Set(names(calls))];
  });
  return new Map(services.filter(([, calls]) => calls.size > 0));
}
