import { readdirSync, readFileSync } from 'node:fs';
import { importsBelow } from '../rooms.js';

/** The folders of `domain/` from the bottom up, as docs/architecture.md lists them. */
const listed = [...readFileSync('docs/architecture.md', 'utf8').matchAll(/^\| \d \| (?<folders>[^|]*)\|/gm)]
  .toReversed()
  .flatMap(({ groups }) =>
    [...(groups?.['folders'] ?? '').matchAll(/`(.+?)`/g)].map(([, name = '']) => name),
  );

const folderOf = (file: string): string | undefined => /^(.+?)\//.exec(file)?.[1];

describe('the table of the folders of domain/', () => {
  it('has each once', () => {
    const folders = readdirSync('domain', { withFileTypes: true }).flatMap((one) =>
      one.isDirectory() ? [one.name] : [],
    );
    expect(listed.toSorted()).toEqual(folders.toSorted());
  });

  it('has each above those that it imports', () => {
    const upward = importsBelow('domain').filter(({ file, imports }) => {
      const [from, to] = [file, imports].map((one) => listed.indexOf(folderOf(one) ?? ''));
      return from !== undefined && to !== undefined && from >= 0 && to > from;
    });
    expect(upward.map(({ file, line, imports }) => `${file}:${line} imports ${imports}`)).toEqual([]);
  });
});
