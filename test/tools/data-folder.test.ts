import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError } from '../../domain/domain-error.js';
import { openFolder, OtherVersionsFolder, readNote, writeNote } from '../../tools/data-folder.js';
import { startWords } from '../../tools/start-words.js';

const NOW = { shape: 1, names: 1, version: '0.1.0' };
const UNREADABLE = new DomainError('StoredUnreadable', 'a town cannot be read: settings.visits', {
  kind: 'town',
  shape: 0,
  fields: 'settings.visits',
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'data-folder-'));
});
afterEach(() => rm(folder, { recursive: true }));

const used = () => mkdir(join(folder, 'state'));
const opens = () => Promise.resolve('open');
const fails = (error: Error) => () => Promise.reject(error);
const failure = (open: () => Promise<unknown>): Promise<unknown> =>
  openFolder(folder, NOW, open).then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a data folder', () => {
  it('says which version opened it last', async () => {
    expect(await openFolder(folder, NOW, opens)).toBe('open');
    expect(readNote(folder)).toEqual(NOW);
  });

  it('of an earlier version opens, and is of this one from then on', async () => {
    await used();
    expect(await openFolder(folder, NOW, opens)).toBe('open');
    expect(readNote(folder)).toEqual(NOW);
  });

  it('of a later version that stores in another shape is not even opened', async () => {
    writeNote(folder, { ...NOW, shape: 2, version: '0.9.0' });
    const open = jest.fn(opens);
    await expect(openFolder(folder, NOW, open)).rejects.toMatchObject({ version: '0.9.0' });
    expect(open).not.toHaveBeenCalled();
  });

  it('whose table and workflows have names of an earlier version is not even opened', async () => {
    await used();
    const open = jest.fn(opens);
    await expect(openFolder(folder, { ...NOW, names: 2 }, open)).rejects.toThrow(
      'names of an earlier version',
    );
    expect(open).not.toHaveBeenCalled();
    expect(readNote(folder)).toBeUndefined();
  });

  it('of an earlier version that cannot be read any more is refused as that, and keeps its note', async () => {
    await used();
    expect(await failure(fails(UNREADABLE))).toBeInstanceOf(OtherVersionsFolder);
    expect(readNote(folder)).toBeUndefined();
  });

  it.each([
    ['is new', UNREADABLE, () => Promise.resolve()],
    ['is of this version', UNREADABLE, async () => writeNote(folder, NOW)],
    ['is opened while something else fails', new Error('synthesizing failed with code 1'), used],
  ])('that %s fails as it failed', async (_title, error, before) => {
    await before();
    expect(await failure(fails(error))).toBe(error);
  });
});

describe('what npm start says of a folder that it cannot open', () => {
  it.each([
    [{ LANG: 'en' }, '0.9.0', /small-grid 0\.9\.0, [^]*settings\.visits[^]*opens with the version[^]*--town/],
    [{ LANG: 'en' }, undefined, /from before 30 November 2026/],
    [
      { LANG: 'zh_CN' },
      '0.9.0',
      /small-grid 0\.9\.0 保存，本版本无法打开[^]*settings\.visits[^]*请用原版本打开[^]*--town/,
    ],
    [{ LANG: 'zh_CN' }, undefined, /2026年11月30日以前/],
  ])('%j names the version %s, what is wrong, and what to do', (environment, version, expected) => {
    const said = startWords(environment).otherVersion({
      folder: '.local',
      version,
      reason: UNREADABLE.message,
    });
    expect(said).toMatch(expected);
  });
});
