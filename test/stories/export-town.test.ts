import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addTownCommand } from '../../tools/operator/add-town-command.js';
import { readExport } from '../../tools/operator/export-format.js';
import { exportTownCommand } from '../../tools/operator/export-town-command.js';
import { readTown } from '../../towns/read-town.js';
import { eachStory } from './each-story.js';
import { operate } from './operator-command.js';
import { RESIDENT } from './town-story.js';

const story = eachStory({});
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'small-grid-export-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a town that is exported', () => {
  it('is files that can be read again: everything of it, and nothing that opens anything', async () => {
    const town = story();
    const receipt = await town.submit({ description: '示例：路灯不亮' });
    const out = join(root, 'out');
    const { code, said } = await operate(town, exportTownCommand, 'sanhehu', out, '--lang', 'en');
    expect({ code, last: said.at(-1) }).toEqual({
      code: 0,
      last: `Written to ${out}. Only you can read it.`,
    });

    const { items, damaged } = readExport(out);
    expect(damaged).toEqual([]);
    expect(items.get('requests.jsonl')?.map(({ id, part }) => [id, part])).toContainEqual([
      receipt.id,
      'record',
    ]);
    expect(JSON.stringify(items.get('people.jsonl'))).toContain(RESIDENT.phone);
    expect(JSON.stringify(items.get('texts-sent.jsonl'))).toContain('路灯不亮');
    const whole = [...items.keys()].map((file) => readFileSync(join(out, file), 'utf8')).join('');
    expect(whole).not.toContain(receipt.trackingKey);
    expect(whole).not.toMatch(/"token"|"secret"|[?&]sig=(?!\.\.\.)/);
    expect(readTown(join(out, 'town'))).toMatchObject({ ok: true, town: { settings: { id: 'sanhehu' } } });
    expect(await operate(town, exportTownCommand, '--check', out, '--lang', 'en')).toMatchObject({ code: 0 });
  });

  it('says which of its files is not as it was written', async () => {
    const town = story();
    const out = join(root, 'out');
    await operate(town, exportTownCommand, 'sanhehu', out, '--lang', 'en');
    writeFileSync(join(out, 'town', 'settings.yaml'), 'changed');
    expect(await operate(town, exportTownCommand, '--check', out, '--lang', 'zh-CN')).toEqual({
      code: 1,
      said: ['town/settings.yaml：与导出时不一致'],
    });
    expect((await operate(town, exportTownCommand, '--check', root, '--lang', 'en')).code).toBe(1);
  });

  it('is one that there is, and goes over nothing', async () => {
    const town = story();
    expect(
      (await operate(town, exportTownCommand, 'nowhere', join(root, 'out'), '--lang', 'en')).said,
    ).toEqual(['There is no town nowhere.']);
    writeFileSync(join(root, 'there'), '');
    expect((await operate(town, exportTownCommand, 'sanhehu', root, '--lang', 'en')).said).toEqual([
      `${root} is not empty.`,
    ]);
  });
});

describe('a town that is added', () => {
  it('is stored once it is meant, and its administrator is told where to begin', async () => {
    const town = story();
    const add = (...args: string[]) => operate(town, addTownCommand, 'towns/elmford', ...args);
    const intended = await add('--lang', 'en');
    expect([intended.code, intended.said.at(-1)]).toEqual([1, 'Nothing was done yet. Do it with --yes.']);
    const { code, said } = await add('--yes', '--lang', 'en');
    expect(code).toBe(0);
    expect(said.join('\n')).toMatch(
      /elmford is there, version 1[^]*\/\?town=elmford[^]*roles \["administrator"\]/,
    );
    expect((await town.http('/villages?town=elmford')).status).toBe(200);
    expect(await add('--yes', '--lang', 'zh-CN')).toMatchObject({
      code: 1,
      said: [expect.anything(), expect.stringContaining('elmford 已经存在')],
    });
  });

  it('is refused by file, row and field where its files are wrong, and nothing is stored', async () => {
    const town = story();
    const { code, said } = await operate(town, addTownCommand, root, '--yes', '--lang', 'en');
    expect(code).toBe(1);
    expect(said.join('\n')).toContain('settings.yaml');
    expect((await town.http('/villages')).status).toBe(200);
  });
});
