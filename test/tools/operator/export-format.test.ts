import { KEY_KIND } from '../../../adapters/table-keys.js';
import { FILE_OF, LEFT_OUT } from '../../../tools/operator/export-format.js';

/** Partitions of indexes, and what no town has of its own. */
const NO_ITEMS = new Set<string>([
  KEY_KIND.grid,
  KEY_KIND.contact,
  KEY_KIND.unstarted,
  KEY_KIND.history,
  KEY_KIND.held,
  KEY_KIND.board,
  KEY_KIND.number,
]);

describe('the export of a town', () => {
  it('has a file for every kind of item, or says that it is left out', () => {
    const said = (kind: string): boolean => (FILE_OF[kind] === undefined) !== !LEFT_OUT.has(kind);
    expect(Object.values(KEY_KIND).filter((kind) => !NO_ITEMS.has(kind) && !said(kind))).toEqual([]);
  });
});
