import type { AuditRow } from '../../../../contracts/console/audit.js';
import { AUDITED_ACTIONS, type AuditedAction } from '../../../../domain/access/audited-actions.js';
import { requestId, showRequestId } from '../../../../domain/codes/request-id.js';
import { ASK_KIND_NAMES } from '../../../../domain/asks/ask-names.js';
import { detailInWords, type Reader, subjectInWords } from '../../../../web/admin/audit/trail-words.js';
import { AUDIT } from '../../../../web/admin/audit/words.js';
import { REQUESTS } from '../../../../web/admin/requests/words.js';
import { WORK } from '../../../../web/admin/work/words.js';
import { machineWordsIn } from '../../machine-words.js';

type Entry = Pick<AuditRow, 'subject' | 'detail'>;

const REQUEST = requestId(new Uint8Array([9, 8, 7, 6, 5, 4]));
const ofRequest = (detail?: string): Entry => ({
  subject: REQUEST,
  ...(detail === undefined ? {} : { detail }),
});

/** An entry of each, as it is recorded. One that is missing does not compile. */
const RECORDED: Readonly<Record<AuditedAction, readonly Entry[]>> = {
  'request.read': [ofRequest(), ofRequest('supervision-order'), ofRequest('case-file')],
  'person.read': [ofRequest(), ofRequest('call-sheet')],
  'requests.exported': [
    { detail: 'masked state=open&grid=52&path=same-day&due=overdue' },
    { detail: 'unmasked state=closed&from=2026-08-01&to=2026-08-31&category=street-light&village=zhukou' },
    { detail: 'masked state=open&standing=stuck&status=accepted&department=water' },
    { detail: 'receptions from=2026-08-01&to=2026-08-31' },
  ],
  'requests.searched': [{ detail: 'open' }],
  'photo.read': [ofRequest('a3f2c1d0')],
  'photos.published': [ofRequest()],
  'photos.taken-off': [ofRequest()],
  'request.answered': [ofRequest('placement 1: place'), ofRequest('acceptance 2: accept')],
  'request.corrected': [
    ofRequest('category street-light, village zhukou, group 3, grid 52'),
    ofRequest('owner g52-a, handler g52-a, department water, outcome not-done, danger none'),
    ofRequest(`path emergency, danger gas, joined ${REQUEST}`),
    ofRequest('joined none'),
  ],
  'request.remarked': [ofRequest()],
  'request.urged': [ofRequest()],
  'request.entered': [ofRequest()],
  'call.noted': [ofRequest('gas-night: on-the-way'), ofRequest('gas-night: no-answer')],
  'departments.called': [ofRequest('water water')],
  'phones.read': [{ detail: '280' }, ofRequest()],
  'texts.read': [{}, { subject: 'out.3f2a' }, ofRequest('in.3f2a')],
  'flood.read': [{ subject: 'A-7K2M9QXR' }],
  'flood.held': [{ subject: 'A-7K2M9QXR' }],
  'flood.released': [{ subject: 'A-7K2M9QXR' }],
  'findings.read': [{ subject: 'weekly-inspection', detail: '2026-08-24' }],
  'task.read': [{ subject: 'T3K9M2XA' }],
  'execution.redriven': [{ subject: `resident-request/${REQUEST}` }],
  'execution.retried': [{ subject: `coordination/${REQUEST}-1`, detail: `${REQUEST}-2` }],
  'execution.stopped': [{ subject: `staff-task/${REQUEST}`, detail: '' }],
  'programme.changed': [{ subject: '' }],
  'staff.changed': [{ subject: 'g52-a' }],
  'post.changed': [{ subject: '52' }],
  'leave.added': [{ subject: 'g52-a', detail: '2026-09-01/2026-09-03' }],
  'leave.removed': [{ subject: 'g52-a', detail: '2026-09-01/2026-09-03' }],
  'town.edited': [{ subject: 'staff dutyList texts', detail: 'after version 3' }],
  'town.restored': [{ subject: '2', detail: 'after version 3' }],
  'town.imported': [{ detail: 'after version 3' }],
  'town.exported': [{ detail: 'version 3' }],
  'reading.taught': [ofRequest('category street-light, danger none, village zhukou')],
  'reading.taught-removed': [ofRequest()],
  'reading.taken-over': [{ detail: '12 after version 3' }],
  'staff.signed-in': [{}],
};

const named = (names: Readonly<Record<string, string>>) => (id: string) => names[id] ?? id;
const READERS: Readonly<Record<'zh-CN' | 'en', Reader>> = {
  'zh-CN': {
    language: 'zh-CN',
    names: {
      category: named({ 'street-light': '路灯' }),
      village: named({ zhukou: '朱口村' }),
      department: named({ water: '供水公司' }),
      person: named({ 'g52-a': '示例甲' }),
      contact: named({ 'gas-night': '燃气抢修' }),
    },
  },
  en: {
    language: 'en',
    names: {
      category: named({ 'street-light': 'Street light' }),
      village: named({ zhukou: 'Zhukou' }),
      department: named({ water: 'Water Company' }),
      person: named({ 'g52-a': 'Sample A' }),
      contact: named({ 'gas-night': 'Gas emergency' }),
    },
  },
};

describe.each(['zh-CN', 'en'] as const)('the audit trail in %s', (language) => {
  const reader = READERS[language];
  const said = (action: AuditedAction, entry: Entry): string =>
    [
      AUDIT[language].actions[action],
      subjectInWords({ action, ...entry }, reader)?.text,
      detailInWords({ action, ...entry }, reader),
    ]
      .filter(Boolean)
      .join(' / ');

  it.each(AUDITED_ACTIONS)('says %s and what was done in words of its reader', (action) => {
    for (const entry of RECORDED[action]) {
      expect(AUDIT[language].actions[action]).toBeTruthy();
      expect(machineWordsIn(said(action, entry), language)).toEqual([]);
    }
  });

  it('names each kind of ask', () => {
    const kinds = { ...WORK[language].tasks.kinds, ...REQUESTS[language].ask.kinds };
    // A re-check is a part of its rectification, by which the console calls it.
    const named = ASK_KIND_NAMES.filter((kind) => kind !== 're-check');
    expect(named.filter((kind) => !(kind in kinds))).toEqual([]);
  });
});

describe('an entry of the audit trail', () => {
  const zh = READERS['zh-CN'];
  it.each<[AuditedAction, Entry, string | undefined, string | undefined]>([
    ['request.read', ofRequest('case-file'), showRequestId(REQUEST), '案卷'],
    [
      'requests.exported',
      { detail: 'masked state=open&grid=52' },
      undefined,
      '姓名、电话已遮盖、办理中、网格号：52',
    ],
    ['request.answered', ofRequest('acceptance 2: accept'), showRequestId(REQUEST), '签收：收到'],
    ['request.answered', ofRequest('report 2: done on-site'), showRequestId(REQUEST), '办理情况：已到场'],
    [
      'request.corrected',
      ofRequest('category street-light, group 3'),
      showRequestId(REQUEST),
      '类别：路灯；组：3',
    ],
    ['call.noted', ofRequest('gas-night: safe'), showRequestId(REQUEST), '燃气抢修：险情已排除'],
    [
      'leave.added',
      { subject: 'g52-a', detail: '2026-09-01/2026-09-03' },
      '示例甲',
      '2026年9月1日周二至2026年9月3日周四',
    ],
    ['town.edited', { subject: 'staff texts', detail: 'after version 3' }, '人员、短信模板', '取代第3版'],
    [
      'execution.stopped',
      { subject: `coordination/${REQUEST}-1` },
      `部门协办 ${showRequestId(REQUEST)}（第1轮）`,
      undefined,
    ],
    ['town.restored', { subject: '2', detail: 'after version 3' }, '第2版', '取代第3版'],
  ])('%s', (action, entry, subject, detail) => {
    expect(subjectInWords({ action, ...entry }, zh)?.text).toBe(subject);
    expect(detailInWords({ action, ...entry }, zh)).toBe(detail);
  });

  it('leads to what it is about', () => {
    const to = (action: AuditedAction, entry: Entry) => subjectInWords({ action, ...entry }, zh)?.to;
    expect(to('request.read', ofRequest())).toBe(`/requests/${REQUEST}`);
    expect(to('task.read', { subject: 'T3K9M2XA' })).toBe('/tasks/T3K9M2XA');
    expect(to('execution.stopped', { subject: 'coordination/X-1' })).toBe('/executions/coordination/X-1');
    expect(to('findings.read', { subject: 'weekly-inspection', detail: '2026-08-24' })).toBe(
      '/rounds/weekly-inspection/2026-08-24',
    );
  });

  it('is shown as it was recorded where it is read by no rule', () => {
    expect(detailInWords({ action: 'staff.changed', detail: 'whatever' }, zh)).toBe('whatever');
    expect(subjectInWords({ action: 'flood.held', subject: 'A-7K2M9QXR' }, zh)?.text).toBe('A-7K2M9QXR');
  });
});
