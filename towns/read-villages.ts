import { type Village, groupSchema, villageSchema } from '../domain/town/schema.js';
import { type EntryTable, namesIn, readEntries, wholeNumber } from './csv-entries.js';
import type { ImportReport } from './import-report.js';
import type { TownFiles } from './town-files.js';

const headSchema = villageSchema.omit({ groups: true });
const VILLAGES: EntryTable<Omit<Village, 'groups'>> = {
  file: 'villages.csv',
  columns: ['id', 'name_zh', 'name_en'],
  schema: headSchema,
  entry: (cells) => ({ id: cells['id'], name: namesIn(cells) }),
  section: 'villages',
};

const placedGroupSchema = groupSchema.extend({ village: villageSchema.shape.id });
const GROUPS: EntryTable<Village['groups'][number] & { village: string }> = {
  file: 'groups.csv',
  columns: ['village', 'group', 'grid'],
  schema: placedGroupSchema,
  entry: (cells) => ({
    village: cells['village'],
    number: wholeNumber(cells['group']),
    grid: wholeNumber(cells['grid']),
  }),
  renamed: { number: 'group' },
};

/** Reads villages.csv and, into them, groups.csv. */
export function readVillages(files: TownFiles, report: ImportReport): Village[] {
  const villages = readEntries(files, VILLAGES, report);
  const groups = readEntries(files, GROUPS, report);
  for (const { value, locate } of groups.read) {
    if (!villages.keys || villages.keys.has(value.village)) continue;
    report.add(locate(['village']), {
      'zh-CN': `没有村“${value.village}”，请填写 villages.csv 中的村`,
      en: `there is no village "${value.village}"; name one of villages.csv`,
    });
  }
  return villages.read.map(({ value: village, locate }, index) => {
    const own = groups.read.filter(({ value }) => value.village === village.id);
    report.remember(['villages', index], locate);
    for (const [at, group] of own.entries()) report.remember(['villages', index, 'groups', at], group.locate);
    if (groups.keys && !groups.keys.has(village.id)) {
      report.add(locate(['id']), {
        'zh-CN': `groups.csv 中没有“${village.id}”的小组，请至少补充一个`,
        en: `"${village.id}" has no group in groups.csv; add at least one`,
      });
    }
    return { ...village, groups: own.map(({ value: { number, grid } }) => ({ number, grid })) };
  });
}
