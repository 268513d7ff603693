import type { BoardRow } from '../../../adapters/board-store.js';
import { maskName, maskPhone } from '../../../domain/access/mask.js';
import { localDate, localTime } from '../../../domain/calendar/local-time.js';
import { showRequestId } from '../../../domain/codes/request-id.js';
import type { Person } from '../../../domain/request/record.js';
import { CLOSED_AS, statusWord } from '../../../domain/request/status-words.js';
import { ownerNamed } from '../../../domain/request/owner-of.js';
import { staffName } from '../../../domain/request/words.js';
import type { Language } from '../../../domain/words/language.js';
import type { Town } from '../../../domain/town/schema.js';

interface Exporting {
  readonly town: Town;
  readonly language: Language;
  /** Whether names, phones and words are shown as they are. */
  readonly unmasked: boolean;
}

const HEADERS = {
  'zh-CN': {
    row: [
      '编号',
      '状态',
      '结案方式',
      '类别',
      '办理方式',
      '来源',
      '网格',
      '村',
      '首问责任人',
      '经办人',
      '登记时间',
      '期限',
      '结案时间',
      '超时次数',
      '延期次数',
      '转办次数',
      '姓名',
      '电话',
    ],
    words: '内容',
  },
  en: {
    row: [
      'Number',
      'Status',
      'Closed as',
      'Category',
      'Path',
      'Channel',
      'Grid',
      'Village',
      'Owner',
      'Handler',
      'Received',
      'Due',
      'Closed',
      'Silences',
      'Extensions',
      'Transfers',
      'Name',
      'Phone',
    ],
    words: 'Words',
  },
} as const;

/** The rows of an export, its header first. What somebody said stands there for whoever may export it as it is. */
export function exportTable(
  rows: readonly BoardRow[],
  people: ReadonlyMap<string, Person>,
  exporting: Exporting,
): (string | number)[][] {
  const { row, words } = HEADERS[exporting.language];
  const header = exporting.unmasked ? [...row, words] : [...row];
  return [
    header,
    ...rows.map((one) => [
      ...requestCells(one, exporting),
      ...personCells(people.get(one.facts.id), exporting),
    ]),
  ];
}

function requestCells({ facts, status }: BoardRow, { town, language }: Exporting): (string | number)[] {
  const { settings, categories, villages } = town;
  const time = (at: number | undefined): string =>
    at === undefined ? '' : `${localDate(at, settings.timeZone)} ${localTime(at, settings.timeZone)}`;
  return [
    showRequestId(facts.id),
    statusWord({ status }, language),
    facts.closedAs === undefined ? '' : CLOSED_AS[facts.closedAs][language],
    categories.find(({ id }) => id === facts.category)?.name[language] ?? facts.category,
    facts.path,
    facts.channel,
    facts.grid ?? '',
    villages.find(({ id }) => id === facts.village)?.name[language] ?? facts.village ?? '',
    staffName(town, ownerNamed(facts, town)),
    staffName(town, facts.handler),
    time(facts.createdAt),
    time(facts.dueAt),
    time(facts.closedAt),
    facts.silences,
    facts.extensions,
    facts.transfers,
  ];
}

function personCells(person: Person | undefined, { unmasked }: Exporting): string[] {
  const { name = '', phone = '', description = '' } = person ?? {};
  return unmasked ? [name, phone, description] : [maskName(name), maskPhone(phone)];
}
