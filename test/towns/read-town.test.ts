import { readTown } from '../../towns/read-town.js';
import { SAMPLE, TownCopy } from './town-copy.js';

let copy: TownCopy;
beforeEach(() => {
  copy = new TownCopy();
});
afterEach(() => copy.remove());

/** file, row, field of each problem. */
function placesOf(dir: string): string[] {
  const read = readTown(dir);
  return read.ok ? [] : read.problems.map(({ file, row, field }) => `${file}:${row ?? ''}:${field ?? ''}`);
}

interface Broken {
  readonly rule: string;
  readonly file: string;
  /** Replaced in the file; absent: `put` is appended. */
  readonly find?: string;
  readonly put: string;
  /** Text on the row that must be named, looked for in the broken file; absent: the whole file. */
  readonly row?: string;
  readonly field?: string;
  /** The file in which the problem shows, where it is another. */
  readonly shownIn?: string;
}

const G1 = '1,大王庄村第1网格,Dawangzhuang grid 1,dawangzhuang,';

const BROKEN: readonly Broken[] = [
  // tables
  {
    rule: 'a phone in no E.164',
    file: 'staff.csv',
    find: '+8619900000005',
    put: '8.62E+12',
    row: 'g02-b',
    field: 'phone',
  },
  {
    rule: 'a phone of a country that is not texted',
    file: 'staff.csv',
    find: '+8619900000005',
    put: '+12025550100',
    row: 'g02-b',
    field: 'phone',
  },
  {
    rule: 'two people with one phone',
    file: 'staff.csv',
    find: '+8619900000005',
    put: '+8619900000001',
    row: 'g02-b',
    field: 'phone',
  },
  {
    rule: 'a person listed twice',
    file: 'staff.csv',
    put: 'g05-a,重名,+8619900009999,town-cadre,zh-CN\n',
    row: '重名',
    field: 'id',
  },
  {
    rule: 'a duty nobody has',
    file: 'staff.csv',
    find: '+8619900000005,village-cadre',
    put: '+8619900000005,mayor',
    row: 'g02-b',
    field: 'duty',
  },
  {
    rule: 'an empty cell',
    file: 'staff.csv',
    find: '+8619900000005,village-cadre,zh-CN',
    put: '+8619900000005,village-cadre,',
    row: 'g02-b',
    field: 'language',
  },
  {
    rule: 'a cell too many',
    file: 'staff.csv',
    find: '+8619900000005,village-cadre,zh-CN',
    put: '+8619900000005,village-cadre,zh-CN,x',
    row: 'g02-b',
  },
  {
    rule: 'a column that is missing',
    file: 'leave.csv',
    find: 'staff,from,to',
    put: 'staff,from',
    row: 'staff,from',
    field: 'to',
  },
  {
    rule: 'a quotation mark that is not closed',
    file: 'leave.csv',
    put: 'g30-a,"2026-12-01,2026-12-02\n',
    row: 'g30-a',
  },
  {
    rule: 'a village named twice',
    file: 'villages.csv',
    put: 'zhukou,另朱口村,Other Zhukou\n',
    row: '另朱口村',
    field: 'id',
  },
  {
    rule: 'two villages of one name',
    file: 'villages.csv',
    find: 'xisun,西孙村',
    put: 'xisun,东孙村',
    row: 'xisun,',
    field: 'name_zh',
  },
  {
    rule: 'a village without a group',
    file: 'villages.csv',
    put: 'empty,空村,Empty\n',
    row: 'empty,',
    field: 'id',
  },
  {
    rule: 'a group of a village that is not there',
    file: 'groups.csv',
    put: 'nowhere,1,3\n',
    row: 'nowhere,',
    field: 'village',
  },
  {
    rule: 'a group in two grids',
    file: 'groups.csv',
    put: 'zhukou,2,53\n',
    row: 'zhukou,2,53',
    field: 'group',
  },
  {
    rule: 'a group in a grid that is not there',
    file: 'groups.csv',
    put: 'zhukou,99,78\n',
    row: 'zhukou,99',
    field: 'grid',
  },
  { rule: 'a group in no grid', file: 'groups.csv', put: 'zhukou,99,\n', row: 'zhukou,99', field: 'grid' },
  {
    rule: 'a grid of a village that is not there',
    file: 'grids.csv',
    find: G1,
    put: '1,一,One,nowhere,',
    row: '1,一',
    field: 'village',
  },
  {
    rule: 'a polygon that is none',
    file: 'grids.csv',
    find: `${G1}"POLYGON((`,
    put: `${G1}"POLYGON(`,
    row: G1,
    field: 'polygon',
  },
  {
    rule: 'a grid without posts',
    file: 'posts.csv',
    find: '\n7,g07-a,g07-b,g07-c',
    put: '',
    shownIn: 'grids.csv',
    row: '7,前张村',
    field: 'number',
  },
  {
    rule: 'posts of a grid that is not there',
    file: 'posts.csv',
    put: '78,g01-a,g01-b,g01-c\n',
    row: '78,',
    field: 'grid',
  },
  {
    rule: 'posts of one grid twice',
    file: 'posts.csv',
    put: '07,g07-a,g07-b,g07-c\n',
    row: '07,g07-a',
    field: 'grid',
  },
  {
    rule: 'one person on two posts of a grid',
    file: 'posts.csv',
    find: '7,g07-a,g07-b,g07-c',
    put: '7,g07-a,g07-a,g07-c',
    row: '7,g07-a',
    field: 'b',
  },
  {
    rule: 'a post held by nobody known',
    file: 'posts.csv',
    find: 'g07-c',
    put: 'g99-c',
    row: '7,g07-a',
    field: 'c',
  },
  {
    rule: 'a post held by somebody of another duty',
    file: 'posts.csv',
    find: '7,g07-a,g07-b',
    put: '7,g07-b,g06-b',
    row: '7,g07-b',
    field: 'a',
  },
  {
    rule: 'leave of nobody known',
    file: 'leave.csv',
    put: 'nobody,2026-12-01,2026-12-02\n',
    row: 'nobody',
    field: 'staff',
  },
  {
    rule: 'leave that ends before it begins',
    file: 'leave.csv',
    put: 'g30-a,2026-12-02,2026-12-01\n',
    row: 'g30-a',
    field: 'to',
  },
  {
    rule: 'leave on a day there is not',
    file: 'leave.csv',
    put: 'g30-a,2026-02-29,2026-03-01\n',
    row: 'g30-a',
    field: 'from',
  },
  {
    rule: 'leave of B while A is away',
    file: 'leave.csv',
    put: 'g09-b,2026-12-01,2026-12-02\n',
    row: 'g09-b',
  },
  {
    rule: 'a household of another grid than its group',
    file: 'households.csv',
    find: '52,8,zhukou,6,key',
    put: '53,99,zhukou,6,key',
    row: '53,99',
    field: 'grid',
  },
  {
    rule: 'a household number given twice',
    file: 'households.csv',
    find: '52,8,zhukou,6,key',
    put: '52,7,zhukou,6,key',
    row: '52,7,zhukou,6',
    field: 'number',
  },
  {
    rule: 'a household of a group that the village has not',
    file: 'households.csv',
    put: '52,99,zhukou,99,key\n',
    row: '52,99',
    field: 'group',
  },
  {
    rule: 'a household of a village there is not',
    file: 'households.csv',
    put: '52,99,nowhere,1,key\n',
    row: '52,99',
    field: 'village',
  },
  {
    rule: 'a household of a class there is not',
    file: 'households.csv',
    put: '52,99,zhukou,6,rich\n',
    row: '52,99',
    field: 'class',
  },
  // settings and lists
  {
    rule: 'a setting that is unknown',
    file: 'settings.yaml',
    find: 'sample: true',
    put: 'sample: true\nsampel: true',
    row: 'sampel',
    field: 'sampel',
  },
  {
    rule: 'a setting that is missing',
    file: 'settings.yaml',
    find: '  reopenings: 2\n',
    put: '',
    row: 'transfers:',
    field: 'limits.reopenings',
  },
  {
    rule: 'a further contact whose number nobody can dial',
    file: 'settings.yaml',
    find: 'phone: 0543-5550201',
    put: 'phone: ask the desk',
    row: 'phone: ask the desk',
    field: 'emergencies.lastLine.contacts.3.phone',
  },
  {
    rule: 'a further contact without a number',
    file: 'settings.yaml',
    find: "        phone: '119'\n",
    put: '',
    row: 'id: fire-brigade',
    field: 'emergencies.lastLine.contacts.4.phone',
  },
  {
    rule: 'an allowance of nothing',
    file: 'settings.yaml',
    find: 'confirmWithin: { days: 3 }',
    put: 'confirmWithin: { days: 0 }',
    row: 'confirmWithin',
    field: 'confirmWithin.days',
  },
  {
    rule: 'an allowance in a unit there is not',
    file: 'settings.yaml',
    find: 'confirmWithin: { days: 3 }',
    put: 'confirmWithin: { weeks: 3 }',
    row: 'confirmWithin',
    field: 'confirmWithin',
  },
  {
    rule: 'a rung that is no department',
    file: 'settings.yaml',
    find: '- department: town-leader',
    put: '- department: mayor',
    row: 'department: mayor',
    field: 'ladder.4.department',
  },
  {
    rule: 'a rung that is no post',
    file: 'settings.yaml',
    find: '- post-c',
    put: '- post-d',
    row: '- post-d',
    field: 'ladder.2',
  },
  {
    rule: 'a role for a department that is not there',
    file: 'settings.yaml',
    find: 'dutyDesk: duty-desk',
    put: 'dutyDesk: desk',
    row: 'dutyDesk',
    field: 'departments.dutyDesk',
  },
  {
    rule: 'a calendar there is not',
    file: 'settings.yaml',
    find: 'holidays: CN',
    put: 'holidays: IE',
    row: 'holidays',
    field: 'holidays',
  },
  {
    rule: 'a day off that is no day',
    file: 'settings.yaml',
    find: 'holidays: CN',
    put: 'holidays: { calendar: CN, own: [{ name: { zh-CN: 集日, en: Market day }, rule: 02-30 }] }',
    row: 'holidays',
    field: 'holidays.own.0.rule',
  },
  {
    rule: 'a day off that is there twice',
    file: 'settings.yaml',
    find: 'holidays: CN',
    put: [
      'holidays:',
      '  calendar: CN',
      '  own:',
      '    - { name: { zh-CN: 集日, en: Market day }, rule: last friday of may }',
      '    - { name: { zh-CN: 集日, en: Market day }, rule: "last friday of may" }',
    ].join('\n'),
    row: '"last friday of may"',
    field: 'holidays.own.1.rule',
  },
  {
    rule: 'a working day that is one anyway',
    file: 'settings.yaml',
    find: 'holidays: CN',
    put: 'holidays: { calendar: CN, workingDays: [2026-08-24] }',
    row: 'holidays',
    field: 'holidays.workingDays.0',
  },
  {
    rule: 'a time zone there is not',
    file: 'settings.yaml',
    find: 'Asia/Shanghai',
    put: 'Asia/Sanhehu',
    row: 'timeZone',
    field: 'timeZone',
  },
  {
    rule: 'working hours that end before they begin',
    file: 'settings.yaml',
    find: "to: '12:00'",
    put: "to: '08:00'",
    row: "to: '08:00'",
    field: 'workingHours.0',
  },
  {
    rule: 'YAML that is none',
    file: 'departments.yaml',
    find: 'contacts: [red-cross-1, red-cross-2]',
    put: 'contacts: [red-cross-1',
    row: 'keywords: [红十字会',
  },
  {
    rule: 'a contact nobody knows',
    file: 'departments.yaml',
    find: 'red-cross-2',
    put: 'red-cross-9',
    row: 'red-cross-9',
    field: '0.contacts.1',
  },
  {
    rule: 'a transfer word of two departments',
    file: 'departments.yaml',
    find: 'keywords: [民政办,',
    put: 'keywords: [红十字,',
    row: '[红十字,',
    field: '1.keywords.0',
  },
  {
    rule: 'a supervisor nobody knows',
    file: 'supervisors.csv',
    find: 'village-leader-6,leader,liujiaji',
    put: 'village-leader-9,leader,liujiaji',
    row: 'village-leader-9',
    field: 'staff',
  },
  {
    rule: 'a supervisor who is no leader',
    file: 'supervisors.csv',
    find: 'village-leader-6,leader,liujiaji',
    put: 'g01-a,leader,liujiaji',
    row: 'g01-a,leader',
    field: 'staff',
  },
  {
    rule: 'a supervised village that is not there',
    file: 'supervisors.csv',
    find: 'village-leader-6,leader,liujiaji',
    put: 'village-leader-6,leader,nowhere',
    row: 'nowhere',
    field: 'village',
  },
  {
    rule: 'two leaders who supervise one village',
    file: 'supervisors.csv',
    put: 'village-leader-1,leader,liujiaji\n',
    row: 'village-leader-1,leader,liujiaji',
    field: 'village',
  },
  {
    rule: 'a village that nobody supervises while others are',
    file: 'supervisors.csv',
    find: 'village-leader-1,leader,dongsun\narea-secretary-1,secretary,dongsun\n',
    put: '',
    row: 'dongsun,',
    field: 'id',
    shownIn: 'villages.csv',
  },
  {
    rule: 'a supervising role there is not',
    file: 'supervisors.csv',
    find: 'village-leader-6,leader,liujiaji',
    put: 'village-leader-6,mayor,liujiaji',
    row: 'mayor',
    field: 'role',
  },
  {
    rule: 'an inspection method there is not',
    file: 'inspections.yaml',
    find: '- id: interview',
    put: '- id: interrogation',
    row: '- id: interrogation',
    field: 'methods.3.id',
  },
  {
    rule: 'a method that is missing',
    file: 'inspections.yaml',
    find: `  - id: interview
    name: { zh-CN: 座谈访谈, en: Interview }
    form:
      - { id: knows-duties, label: { zh-CN: 熟悉职责, en: duties } }
      - { id: knows-households, label: { zh-CN: 掌握重点户, en: homes } }
      - { id: knows-open, label: { zh-CN: 了解未结事项, en: open cases } }
`,
    put: '',
    row: '- id: field',
    field: 'methods',
  },
  {
    rule: 'a method that is there twice',
    file: 'inspections.yaml',
    find: '# 月底检查各部门',
    put: `  - id: files
    name: { zh-CN: 再查, en: Again }
    form: [{ id: ledger, label: { zh-CN: 台账, en: ledger } }]
# 月底检查各部门`,
    row: '- id: files\n    name: { zh-CN: 再查',
    field: 'methods.6.id',
  },
  {
    rule: 'a check form whose points do not fit into a text',
    file: 'inspections.yaml',
    find: 'zh-CN: 公示牌',
    put: 'zh-CN: 村务公开栏和网格公示牌以及网格员联系方式公示情况的及时更新',
    row: '- { id: roads',
    field: 'methods.0.form',
  },
  {
    rule: 'a point that is there twice',
    file: 'inspections.yaml',
    find: 'id: lamps',
    put: 'id: roads',
    row: 'zh-CN: 路灯',
    field: 'methods.0.form.1.id',
  },
  {
    rule: 'an office that is no department',
    file: 'inspections.yaml',
    find: 'department: red-cross',
    put: 'department: blue-cross',
    row: 'blue-cross',
    field: 'offices.0.department',
  },
  {
    rule: 'an office that nobody but its own people could check',
    file: 'inspections.yaml',
    find: 'department: red-cross',
    put: 'department: inspection-team',
    row: 'inspection-team, ',
    field: 'offices.0.department',
  },
  {
    rule: 'an office that is there twice',
    file: 'inspections.yaml',
    find: 'department: civil-affairs',
    put: 'department: red-cross',
    row: 'methods: [files, petition-reception]',
    field: 'offices.1.department',
  },
  {
    rule: 'a sample of nobody',
    file: 'inspections.yaml',
    find: 'atLeast: 100',
    put: 'atLeast: 0',
    row: 'atLeast',
    field: 'sample.atLeast',
  },
  {
    rule: 'a category without what its path needs',
    file: 'categories.yaml',
    find: '  department: water-company\n',
    put: '',
    row: '- id: water-leak',
    field: '8.department',
  },
  {
    rule: 'a programme category without a programme',
    file: 'categories.yaml',
    find: '  programme: cataract-surgery\n',
    put: '',
    row: '- id: cataract',
    field: '0.programme',
  },
  {
    rule: 'a category of a programme that is not there',
    file: 'categories.yaml',
    find: 'programme: road-repair',
    put: 'programme: roads',
    row: 'programme: roads',
    field: '5.programme',
  },
  {
    rule: 'a word of two categories',
    file: 'categories.yaml',
    find: '[路灯,',
    put: '[停电,',
    row: '[停电, 街灯',
    field: '13.keywords.0',
  },
  {
    rule: 'a path there is not',
    file: 'categories.yaml',
    find: 'path: emergency',
    put: 'path: urgent',
    row: 'path: urgent',
    field: '1.path',
  },
  // programmes
  {
    rule: 'a step by a department that is not there',
    file: 'programmes/cataract-surgery.yaml',
    find: 'department: red-cross',
    put: 'department: cross',
    row: 'department: cross',
    field: 'stages.1.steps.0.by.department',
  },
  {
    rule: 'a step by nobody',
    file: 'programmes/cataract-surgery.yaml',
    find: 'by: owner',
    put: 'by: anybody',
    row: 'by: anybody',
    field: 'stages.0.steps.0.by',
  },
  {
    rule: 'somebody to tell who is not there',
    file: 'programmes/gas-emergency.yaml',
    find: 'tell: [duty-leader]',
    put: 'tell: [leader]',
    row: 'tell: [leader]',
    field: 'stages.0.tell.0',
  },
  {
    rule: 'eligibility by a field the form lacks',
    file: 'programmes/temporary-aid.yaml',
    find: 'field: aided-this-year',
    put: 'field: aided',
    row: 'field: aided',
    field: 'eligibility.0.field',
  },
  {
    rule: 'eligibility that asks a number of a yes-no',
    file: 'programmes/cataract-surgery.yaml',
    find: '    is: true',
    put: '    atLeast: 1',
    row: 'atLeast: 1',
    field: 'eligibility.0.atLeast',
  },
  {
    rule: 'a choice without choices',
    file: 'programmes/cataract-surgery.yaml',
    find: 'type: text',
    put: 'type: choice',
    row: 'id: disability-number',
    field: 'form.3.choices',
  },
  {
    rule: 'one step twice',
    file: 'programmes/cataract-surgery.yaml',
    find: 'id: operate',
    put: 'id: book',
    row: 'id: book\n        name: { zh-CN: 手术做完',
    field: 'stages.3.steps.0.id',
  },
  {
    rule: 'follow-ups out of order',
    file: 'programmes/cataract-surgery.yaml',
    find: '[7, 30]',
    put: '[30, 7]',
    row: 'followUpDays',
    field: 'followUpDays.1',
  },
  {
    rule: 'more documents than one text can name',
    file: 'programmes/cataract-surgery.yaml',
    find: 'en: clinic report',
    put: 'en: report of the eye clinic with the date of the examination',
    row: '- { id: identity-card',
    field: 'documents',
  },
  {
    rule: 'alternatives that a text would cut',
    file: 'programmes/cataract-surgery.yaml',
    find: 'ask hardship aid',
    put: 'ask for hardship aid at the civil affairs office',
    row: 'ask for hardship aid',
    field: 'alternatives.en',
  },
  // texts
  {
    rule: 'a text that is missing',
    file: 'texts.en.yaml',
    find: 'reply-withdrawn: Request {request} is withdrawn.\n',
    put: '',
    row: 'receipt:',
    field: 'reply-withdrawn',
  },
  {
    rule: 'a text nobody sends',
    file: 'texts.en.yaml',
    put: 'greeting: Hello\n',
    row: 'greeting:',
    field: 'greeting',
  },
  {
    rule: 'a placeholder the text may not name',
    file: 'texts.en.yaml',
    find: 'Request {request} is withdrawn.',
    put: 'Request {name} is withdrawn.',
    row: 'reply-withdrawn',
    field: 'reply-withdrawn',
  },
  {
    rule: 'a text of more than two parts',
    file: 'texts.zh-CN.yaml',
    find: '已撤回诉求{request}。',
    put: '撤'.repeat(130),
    row: 'reply-withdrawn',
    field: 'reply-withdrawn',
  },
  {
    rule: 'a question that does not say what may be answered',
    file: 'texts.zh-CN.yaml',
    find: '哪样不是请写明。>{due}前回：{options}',
    put: '哪样不是请写明。>{due}前回',
    row: 'ask-confirmation:',
    field: 'ask-confirmation',
  },
];

describe('a broken file is reported by file, row and field', () => {
  test.each(BROKEN)('$rule', ({ file, find, put, row, field, shownIn }) => {
    if (find === undefined) copy.append(file, put);
    else copy.replace(file, find, put);
    const shown = shownIn ?? file;
    const line = row === undefined ? '' : copy.lineOf(shown, row);
    expect([...new Set(placesOf(copy.dir))]).toEqual([`${shown}:${line}:${field ?? ''}`]);
  });
});

describe('reading a town', () => {
  it('accepts the sample town', () => {
    expect(placesOf(SAMPLE)).toEqual([]);
  });

  it('says for every problem, in both languages, what is wrong', () => {
    const read = readTown(copy.replace('staff.csv', '+8619900000005', '199').dir);
    expect(read.ok ? [] : read.problems).toEqual([
      expect.objectContaining({
        message: {
          en: expect.stringContaining('country code'),
          'zh-CN': expect.stringContaining('国家代码'),
        },
      }),
    ]);
  });

  it('reports every error at once, in the order of files and rows', () => {
    copy
      .replace('staff.csv', '+8619900000005', '199')
      .replace('posts.csv', 'g07-c', 'g99-c')
      .append('groups.csv', 'nowhere,1,3\nzhukou,2,53\n')
      .replace('programmes/gas-emergency.yaml', 'tell: [duty-leader]', 'tell: [leader]')
      .append('texts.en.yaml', 'greeting: Hello\n')
      .delete('leave.csv');
    expect(placesOf(copy.dir)).toEqual([
      `groups.csv:${copy.lineOf('groups.csv', 'nowhere')}:village`,
      `groups.csv:${copy.lineOf('groups.csv', 'zhukou,2,53')}:group`,
      'leave.csv::',
      `posts.csv:${copy.lineOf('posts.csv', 'g99-c')}:c`,
      `programmes/gas-emergency.yaml:${copy.lineOf('programmes/gas-emergency.yaml', '[leader]')}:stages.0.tell.0`,
      `staff.csv:${copy.lineOf('staff.csv', 'g02-b')}:phone`,
      `texts.en.yaml:${copy.lineOf('texts.en.yaml', 'greeting')}:greeting`,
    ]);
  });

  it('reports a broken row once, not again for all that refer to it', () => {
    copy.replace('departments.yaml', 'kind: desk', 'kind: board');
    expect(placesOf(copy.dir)).toEqual([
      `departments.yaml:${copy.lineOf('departments.yaml', 'kind: board')}:13.kind`,
    ]);
  });

  test.each([
    'settings.yaml',
    'villages.csv',
    'grids.csv',
    'posts.csv',
    'staff.csv',
    'departments.yaml',
    'supervisors.csv',
    'inspections.yaml',
    'texts.en.yaml',
  ])('reports that %s is missing, and nothing that follows from it', (file) => {
    expect(placesOf(copy.delete(file).dir)).toEqual([`${file}::`]);
  });

  it('names a column it does not know', () => {
    copy.replace('leave.csv', 'staff,from,to', 'staff,from,to,reason');
    expect(placesOf(copy.dir)).toEqual([`leave.csv:${copy.lineOf('leave.csv', 'staff,from')}:reason`]);
  });

  it('names a file it does not know', () => {
    expect(placesOf(copy.write('leaves.csv', 'staff,from,to\n').dir)).toEqual(['leaves.csv::']);
  });

  it.each([
    ['settings.yml', 'settings.yaml'],
    ['Staff.CSV', 'staff.csv'],
    ['staff.xlsx', 'staff.csv'],
    ['leaves.csv', 'leave.csv'],
    ['housheolds.csv', 'households.csv'],
    ['texts.zh.yaml', undefined],
    ['texts.zh_CN.yaml', 'texts.zh-CN.yaml'],
    ['notes.txt', undefined],
    ['programs', 'programmes/'],
    ['picture.png', undefined],
    ['programmes/new.yml', 'programmes/new.yaml'],
    ['programmes/Eye Care.YAML', 'programmes/eye-care.yaml'],
    ['programmes/readme', 'programmes/readme.yaml'],
  ])('names %s, which it would not read, and says what was probably meant: %s', (file, meant) => {
    const read = readTown(copy.write(file, 'id,x\n').dir);
    const told = read.ok ? [] : read.problems.filter((problem) => problem.file === file);
    const asks = told.map(({ message }) => [
      / did you mean (.*?)\? /.exec(message.en)?.[1],
      /是不是 (.*?)？/.exec(message['zh-CN'])?.[1],
    ]);
    expect(asks).toEqual([[meant, meant]]);
  });

  it.each(['README.md', '.DS_Store'])('leaves %s alone, which is for people or for their machine', (file) => {
    expect(readTown(copy.write(file, 'x').dir).ok).toBe(true);
  });

  it('reads of a file only what can be seen', () => {
    const before = readTown(copy.dir);
    const name = before.ok ? (before.town.staff[0]?.name ?? '') : '';
    copy.replace('staff.csv', name, `${name}${String.fromCharCode(0x202e, 0x200b)}`);
    copy.replace('settings.yaml', 'zh-CN: 三河湖镇', 'zh-CN: "三河湖\\u202e镇"');
    const read = readTown(copy.dir);
    expect(read.ok ? [read.town.staff[0]?.name, read.town.settings.name['zh-CN']] : read.problems).toEqual([
      name,
      '三河湖镇',
    ]);
  });

  it('refuses a file that is not in UTF-8', () => {
    const chineseInGbk = Uint8Array.from([0xd6, 0xec, 0xbf, 0xda]);
    expect(placesOf(copy.write('leave.csv', chineseInGbk).dir)).toEqual(['leave.csv::']);
  });

  it('refuses a table without rows', () => {
    copy.write('leave.csv', 'staff,from,to\n');
    expect(placesOf(copy.dir)).toEqual([]);
    copy.write('villages.csv', 'id,name_zh,name_en\n');
    expect(placesOf(copy.dir)).toEqual(['villages.csv::']);
  });

  it('refuses a folder that is not there', () => {
    expect(placesOf(`${copy.dir}/nowhere`)).toEqual(['.::']);
  });

  it('reads what a spreadsheet writes: a byte order mark, CRLF, quoted comments, padded rows', () => {
    const text = copy
      .read('leave.csv')
      .replace(/^# (.*)$/gm, '"# $1",,')
      .replaceAll('\n', '\r\n');
    copy.write('leave.csv', `\uFEFF${text},,\r\n`);
    expect(placesOf(copy.dir)).toEqual([]);
  });

  it('counts rows as an editor does, after comments and cells of several lines', () => {
    copy.append(
      'staff.csv',
      'x-1,"两\n行",+8619900009998,department,zh-CN\n# a remark\nx-2,后行,bad,department,zh-CN\n',
    );
    expect(placesOf(copy.dir)).toEqual([`staff.csv:${copy.lineOf('staff.csv', 'x-2')}:phone`]);
  });
});

describe('the map', () => {
  /** Moves a corner of one grid only, so that it no longer meets its neighbours. */
  function moveCorner(grid: number, corner: string, to: string): void {
    const row =
      copy
        .read('grids.csv')
        .split('\n')
        .find((line) => line.startsWith(`${grid},`)) ?? '';
    copy.replace('grids.csv', row, row.replaceAll(corner, to));
  }
  const cornersOf = (grid: number): string[] => {
    const row =
      copy
        .read('grids.csv')
        .split('\n')
        .find((line) => line.startsWith(`${grid},`)) ?? '';
    return /\(\((.*)\)\)/.exec(row)?.[1]?.split(', ') ?? [];
  };
  const rowOf = (grid: number): number => copy.lineOf('grids.csv', `\n${grid},`) + 1;

  it('reports the overlap and the gap that a moved corner makes', () => {
    const [corner = ''] = cornersOf(40);
    const [lng = 0, lat = 0] = corner.split(' ').map(Number);
    moveCorner(40, corner, `${(lng + 0.002).toFixed(6)} ${(lat + 0.002).toFixed(6)}`);
    const places = placesOf(copy.dir);
    expect(places.length).toBeGreaterThan(0);
    expect(places.every((place) => /^grids\.csv:\d+:polygon$/.test(place))).toBe(true);
  });

  it('reports an overlap at the later of the two grids', () => {
    const row =
      copy
        .read('grids.csv')
        .split('\n')
        .find((line) => line.startsWith('77,')) ?? '';
    copy.replace('grids.csv', row, row.replace(cornersOf(77).join(', '), cornersOf(1).join(', ')));
    expect(placesOf(copy.dir)).toContain(`grids.csv:${rowOf(77)}:polygon`);
  });

  it('reports a polygon that crosses itself', () => {
    const corners = cornersOf(1);
    const swapped = [corners[0], corners[4], corners[2], corners[3], corners[1], ...corners.slice(5)].join(
      ', ',
    );
    copy.replace('grids.csv', corners.join(', '), swapped);
    expect(placesOf(copy.dir)).toContain(`grids.csv:${rowOf(1)}:polygon`);
  });

  it('reports latitude before longitude', () => {
    const corners = cornersOf(1);
    const turned = corners.map((corner) => corner.split(' ').toReversed().join(' ')).join(', ');
    copy.replace('grids.csv', corners.join(', '), turned);
    expect(placesOf(copy.dir)).toEqual([`grids.csv:${rowOf(1)}:polygon`]);
  });

  it('reports a polygon that is not closed', () => {
    const corners = cornersOf(1);
    copy.replace('grids.csv', corners.join(', '), corners.slice(0, -1).join(', '));
    expect(placesOf(copy.dir)).toEqual([`grids.csv:${rowOf(1)}:polygon`]);
  });
});
