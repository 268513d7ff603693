import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Words of what is hosted here; the package's own name and its licence have one of them. */
const OF_THE_PRODUCT =
  /small-?grid|\b(?:residents?|towns?|villages?|grids?|cadres?|programmes?)\b|sanhehu|elmford/i;

const NAME = '@small-grid/local-cloud';

describe('the package of the local cloud', () => {
  it('knows nothing of what is hosted on it, its tests too', () => {
    const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'local-cloud'], {
      encoding: 'utf8',
    });
    const found = files
      .split('\n')
      .filter((file) => file !== '' && !file.endsWith('LICENSE'))
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .flatMap((line, index) =>
            OF_THE_PRODUCT.test(line.replaceAll(NAME, '')) ? [`${file}:${index + 1} ${line.trim()}`] : [],
          ),
      );
    expect(found).toEqual([]);
  });
});
