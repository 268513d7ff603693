import { both, count, say, UNITS, type WordsOf } from './setting-words.js';

/** Emergencies, limits and times of a request. */
export const REQUEST_WORDS: WordsOf<
  | 'emergencies'
  | 'emergencyProgramme'
  | 'limits'
  | 'petition'
  | 'aid'
  | 'documents'
  | 'undoWithin'
  | 'confirmWithin'
  | 'objectWithin'
  | 'newsEvery'
  | 'askNewsEvery'
  | 'appointments'
  | 'placeWithin'
  | 'reading'
  | 'attentionWithin'
  | 'coordinationWithin'
  | 'joinedCheckEvery'
  | 'duplicates'
  | 'stuckAfterMinutes'
> = {
  emergencies: say('紧急事项', 'Emergencies'),
  'emergencies.onSiteWithin': say('到达现场', 'On site within'),
  'emergencies.reviewedBy': say('下一个工作日由谁复盘', 'Reviewed on the next working day by'),
  'emergencies.lastLine': say(
    '最后一道',
    'The last line',
    both('最后一级也无人应答时怎么办。', 'What is done when the last rung is silent too.'),
  ),
  'emergencies.lastLine.after': count(
    UNITS.times,
    '最后一级催问几次后启用',
    'Begins after the last rung was asked',
  ),
  'emergencies.lastLine.askedMore': count(UNITS.times, '之后按原间隔再催问', 'It is then asked again'),
  'emergencies.lastLine.remindEvery': say('提醒间隔', 'Then reminded every'),
  'emergencies.lastLine.remindFor': say('连续提醒时长（从报告时算起）', 'For so long, from the report on'),
  'emergencies.lastLine.remindLater': say('之后的提醒间隔', 'After that reminded every'),
  'emergencies.lastLine.contacts': say('由人去打的电话（按顺序）', 'Whom the desk calls, in order'),
  'emergencies.lastLine.contacts.id': say('代号', 'Code'),
  'emergencies.lastLine.contacts.name': say('名称', 'Name'),
  'emergencies.lastLine.contacts.phone': say('电话', 'Telephone'),
  'emergencies.lastLine.contacts.note': say('备注', 'Note'),
  'emergencies.lastLine.contacts.dangers': say('只在这些险情时列出', 'Only for these dangers'),
  emergencyProgramme: say('没有专门项目的险情用的项目', 'Programme for dangers without one of their own'),
  limits: say('次数与提醒', 'Limits and reminders'),
  'limits.transfers': count(
    UNITS.times,
    '转办上限，之后由值班室决定',
    'Transfers; then the duty desk decides',
  ),
  'limits.extensions': count(UNITS.times, '延期上限', 'Extensions'),
  'limits.reopenings': count(UNITS.times, '重新办理上限', 'Reopenings'),
  'limits.reminders': count(
    UNITS.times,
    '同一事项单独短信提醒同一人',
    'Texts that remind one person of one thing',
  ),
  'limits.urgeAgainAfter': say('再次人工催办的间隔', 'Between two reminders by hand'),
  'limits.remindEvery': say('汇总中重复提醒的间隔', 'Between two reminders in the summary'),
  petition: say('信访', 'Petitions'),
  'petition.takeUpWithin': say('受理', 'To be taken up within'),
  'petition.sessions': count(UNITS.times, '一件信访最多登记的调解', 'Mediation sessions on one petition'),
  aid: say('一件诉求的救助上限', 'Aid on one request'),
  'aid.yuan': count(UNITS.money, '总额', 'In all'),
  'aid.times': count(UNITS.times, '次数', 'How often'),
  documents: say('一次性告知', 'Missing documents'),
  'documents.bringWithin': say('居民补齐材料', 'Residents bring them within'),
  'documents.remindEvery': say('提醒居民的间隔', 'Residents are reminded every'),
  'documents.signOffWithin': say('领导签批再次补件', 'A leader signs a second request off within'),
  undoWithin: say('答复后可撤销的时间', 'To undo an answer'),
  confirmWithin: say('居民评价的时间', 'Residents say whether they are satisfied within'),
  objectWithin: say('居民对不予办理提出异议', 'Residents object to a refusal within'),
  newsEvery: say('向居民告知进展的最长间隔', 'News to residents at least every'),
  askNewsEvery: say('居民再次询问进展的间隔', 'Between two questions for news'),
  appointments: say('预约', 'Appointments'),
  'appointments.remindAt': say('前一天提醒的时间（整点或半点）', 'Reminded on the day before at'),
  'appointments.daysAhead': count(UNITS.days, '最远可约', 'Made ahead at most'),
  placeWithin: say('值班室派单', 'The duty desk places within'),
  reading: say('短信没说清时问本人', 'What a text leaves open is asked back'),
  'reading.askWithin': say('等居民补充说明', 'The sender has to answer within'),
  'reading.questions': count(UNITS.questions, '一件诉求最多问', 'About one request at most'),
  'reading.conversation': say('多久内的短信算同一件事', 'Texts that belong together come within'),
  attentionWithin: say('值班室处理有问题的诉求', 'The duty desk sees to trouble within'),
  coordinationWithin: say('协办最长时间', 'Longest coordination'),
  joinedCheckEvery: say('合并办理的诉求多久核对一次', 'Joined reports are looked at every'),
  duplicates: say('疑似重复', 'Reports that may be one event'),
  'duplicates.withinHours': count(UNITS.hours, '相隔不超过', 'Not further apart than'),
  'duplicates.withinMetres': count(UNITS.metres, '相距不超过', 'Not further away than'),
  stuckAfterMinutes: count(
    UNITS.minutes,
    '多久没有人被问到即显示“长时间没有进展”',
    'Shown as “No progress” when nobody was asked for',
    both('只影响管理台的显示。', 'Only what the console shows depends on it.'),
  ),
};

const DAY = say('哪一天', 'On');
const AT = say('时间', 'At');

/** The town's recurring work, what follows from it, and how long data stay. */
export const ROUND_WORDS: WordsOf<
  'rounds' | 'tasks' | 'causes' | 'cards' | 'visits' | 'receptions' | 'statistics' | 'retention'
> = {
  rounds: say(
    '定期工作',
    'Rounds',
    both('遇法定节假日顺延或提前。', 'On a public holiday they move to another day.'),
  ),
  'rounds.daily-close': say('日结', 'Daily close'),
  'rounds.daily-close.on': DAY,
  'rounds.daily-close.at': AT,
  'rounds.deadline-cards': say('黄牌和红牌', 'Yellow and red cards'),
  'rounds.deadline-cards.on': DAY,
  'rounds.deadline-cards.at': AT,
  'rounds.visit-round': say('走访安排', 'Visit lists'),
  'rounds.visit-round.on': DAY,
  'rounds.visit-round.at': AT,
  'rounds.weekly-inspection': say('每周督查', 'Weekly inspection'),
  'rounds.weekly-inspection.on': DAY,
  'rounds.weekly-inspection.at': AT,
  'rounds.monthly-inspection': say('每月综合督查', 'Monthly inspection'),
  'rounds.monthly-inspection.on': DAY,
  'rounds.monthly-inspection.at': AT,
  tasks: say('工作任务的时限', 'Times for tasks'),
  'tasks.follow-up': say('回访', 'Follow-up'),
  'tasks.check': say('检查', 'Check'),
  'tasks.call': say('电话抽查', 'Telephone check'),
  'tasks.rectification': say('整改', 'Rectification'),
  'tasks.extendBy': say('整改延期', 'Extension of a rectification'),
  'tasks.re-check': say('复查', 'Re-check'),
  'tasks.supervision': say('答复督办单', 'Supervision order'),
  'tasks.review': say('紧急事项复盘', 'Review of an emergency'),
  'tasks.cause': say('治本任务答复', 'Cause: to say what is done'),
  causes: say('反复发生的问题', 'What comes again and again'),
  'causes.closures': count(UNITS.times, '第几次结案即查找原因', 'The cause is looked for after'),
  'causes.withinDays': count(UNITS.days, '在多少天内', 'Within'),
  'causes.quietDays': count(UNITS.days, '观察期：多久不再发生才销号', 'Over when quiet for'),
  cards: say('黄牌和红牌', 'Cards'),
  'cards.yellow': say('黄牌', 'Yellow card'),
  'cards.yellow.workingDaysBefore': count(UNITS.workingDays, '期限前', 'Before the deadline'),
  'cards.red': say('红牌', 'Red card'),
  'cards.red.overdueDay': count(
    UNITS.workingDays,
    '逾期后第几个',
    'On which overdue one',
    both('1：第一个逾期的工作日', '1: the first'),
  ),
  visits: say('常态走访', 'Visits'),
  'visits.since': say('首轮走访开始的日期', 'The first visits began on'),
  'visits.perWeek': count(UNITS.households, '每网格每周最多', 'A grid a week at most'),
  'visits.mostPeople': count(UNITS.people, '一次见到超过此数先问一句', 'More met at once are asked about'),
  'visits.classes': say('户的类别', 'Classes of households'),
  'visits.classes.id': say('代号', 'Code'),
  'visits.classes.name': say('名称', 'Name'),
  'visits.classes.everyDays': count(UNITS.days, '走访周期', 'Visited every'),
  receptions: say('接待', 'Receptions'),
  'receptions.mostPeople': count(
    UNITS.people,
    '一次接待超过此数先问一句',
    'More received at once are asked about',
  ),
  statistics: say('统计', 'Statistics'),
  'statistics.lookBackDays': count(
    UNITS.days,
    '向前查找',
    'Look back',
    both('须长于最慢的项目。', 'Longer than the slowest programme takes.'),
  ),
  retention: say(
    '保存期限',
    'How long data stay',
    both(
      '以天计。到期删除或去除身份信息，统计数字保留。',
      'In days. Then they are erased; what statistics count stays.',
    ),
  ),
  'retention.requests': say('办结的诉求（含照片、申请表）', 'Closed requests, photos, forms'),
  'retention.texts': say('短信', 'Texts', both('不少于30天', '30 days at least')),
  'retention.visits': say('走访记录的内容', 'What was noted on a visit'),
  'retention.receptions': say('接待记录的内容', 'What was noted at a reception'),
  'retention.accessRecords': say('查阅和操作记录', 'Access records'),
  'retention.files': say('归档案卷的保管期限', 'Sealed files'),
  'retention.files.requests': say('一般诉求', 'Requests'),
  'retention.files.petitions': say('信访', 'Petitions'),
  'retention.files.aid': say('发放救助款的', 'Aid paid'),
};
