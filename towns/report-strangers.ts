import type { Bilingual } from '../domain/words/language.js';
import type { ImportReport } from './import-report.js';
import { nearName } from './near-name.js';
import { PROGRAMMES, type TownFiles } from './town-files.js';

/** Files for people, which are no part of the town. */
const FOR_PEOPLE = /\.md$/i;
const PROGRAMME = '.yaml';

/** Reports files that are none of a town's: they would be left out silently. */
export function reportStrangers(files: TownFiles, known: readonly string[], report: ImportReport): void {
  for (const file of files.names()) {
    if (known.includes(file) || FOR_PEOPLE.test(file) || `${file}/` === PROGRAMMES) continue;
    const { 'zh-CN': zh, en } = meant(meantBy(file, known));
    report.add(
      { file },
      {
        'zh-CN': `不是镇数据文件，${zh}可用的文件：${known.join('、')}，项目放在 ${PROGRAMMES}`,
        en: `is no file of a town; ${en}there are ${known.join(', ')}, and a folder ${PROGRAMMES}`,
      },
    );
  }
  for (const name of files.names('programmes')) {
    if (name.endsWith(PROGRAMME) || FOR_PEOPLE.test(name)) continue;
    const { 'zh-CN': zh, en } = meant(`${PROGRAMMES}${programmeFile(name)}`);
    report.add(
      { file: `${PROGRAMMES}${name}` },
      {
        'zh-CN': `未读取，${zh}项目文件须以 ${PROGRAMME} 结尾`,
        en: `is not read; ${en}a programme is a file ending in ${PROGRAMME}`,
      },
    );
  }
}

/** A folder is meant by its own name, whatever is in it. */
function meantBy(file: string, known: readonly string[]): string | undefined {
  const [folder = '', ...rest] = file.split('/');
  if (nearName(folder, [PROGRAMMES.slice(0, -1)]) !== undefined) return `${PROGRAMMES}${rest.join('/')}`;
  return nearName(rest.at(-1) ?? folder, known);
}

const programmeFile = (name: string): string =>
  `${name
    .toLowerCase()
    .replace(/\.[a-z]{2,5}$/, '')
    .replaceAll(/[^a-z0-9]+/g, '-')}${PROGRAMME}`;

const meant = (name: string | undefined): Bilingual =>
  name === undefined
    ? { 'zh-CN': '', en: '' }
    : { 'zh-CN': `是不是 ${name}？`, en: `did you mean ${name}? ` };
