import { strToU8, zipSync } from 'fflate';
import { readChosen } from '../../../web/admin/data/town-archive.js';

const zipped = (files: Record<string, string>): File => {
  const held = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return new File([Uint8Array.from(zipSync(Object.fromEntries(held)))], 'town.zip');
};

describe('a zip of a town', () => {
  it('holds its files, whatever folder stands before them', async () => {
    const { files } = await readChosen([
      zipped({ 'my-town/staff.csv': 'id', 'my-town/programmes/eye.yaml': 'id: eye' }),
    ]);
    expect(files).toEqual({ 'staff.csv': 'id', 'programmes/eye.yaml': 'id: eye' });
  });

  it('holds what is no file of a town by its name, so that it is told', async () => {
    const { files } = await readChosen([
      zipped({ 'town/staff.xlsx': 'PK', 'town/settings.yml': 'id: x', 'town/programs/eye.yaml': 'id: eye' }),
    ]);
    expect(files).toEqual({ 'staff.xlsx': '', 'settings.yml': 'id: x', 'eye.yaml': 'id: eye' });
  });

  it('holds two files of one name under the whole of the second, so that neither is lost', async () => {
    const { files } = await readChosen([zipped({ 'a/staff.csv': 'one', 'b/staff.csv': 'two' })]);
    expect(files).toEqual({ 'staff.csv': 'one', 'b/staff.csv': 'two' });
  });

  it('does not hold what a machine or a person keeps beside them', async () => {
    const { files } = await readChosen([
      zipped({
        'town/staff.csv': 'id',
        '__MACOSX/town/._staff.csv': 'x',
        'town/.DS_Store': 'x',
        'town/README.md': 'x',
      }),
    ]);
    expect(files).toEqual({ 'staff.csv': 'id' });
  });
});
