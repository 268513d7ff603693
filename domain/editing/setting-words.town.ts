import { both, count, say, UNITS, type WordsOf } from './setting-words.js';

/** The town itself, when it works, and whom it asks. */
export const TOWN_WORDS: WordsOf<
  | 'id'
  | 'name'
  | 'sample'
  | 'timeZone'
  | 'currency'
  | 'holidays'
  | 'workingHours'
  | 'defaultLanguage'
  | 'alternatives'
  | 'emergencyNumbers'
  | 'map'
  | 'open311'
  | 'ladder'
  | 'emergencyLadder'
  | 'departments'
> = {
  id: say('代号', 'Code'),
  name: say('镇名', 'Name of the town'),
  sample: say(
    '示例数据',
    'Sample data',
    both('各页面注明人名和号码为虚构。', 'Pages say that names and numbers are invented.'),
  ),
  timeZone: say('时区', 'Time zone', both('例如 Asia/Shanghai', 'For example Europe/Dublin')),
  currency: say('币种', 'Currency', both('ISO 4217 代码，例如 CNY', 'Its code in ISO 4217, for example EUR')),
  holidays: say('节假日', 'Holidays'),
  'holidays.calendar': say('公共假日', 'Public holidays'),
  'holidays.own': say('本镇另定的放假日', 'Days off of the town’s own'),
  'holidays.own.name': say('名称', 'Name'),
  'holidays.own.rule': say(
    '日期',
    'Day',
    both(
      '如 03-17、2026-09-21、first monday of may、easter + 1',
      'Such as 03-17, 2026-09-21, first monday of may, easter + 1',
    ),
  ),
  'holidays.own.madeGood': say('逢周末顺延到下一个工作日', 'Made good on the next weekday'),
  'holidays.workingDays': say(
    '调休上班日',
    'Weekend days that are worked',
    both('日期，如 2026-10-10', 'Dates, such as 2026-10-10'),
  ),
  workingHours: say('工作时间', 'Working hours'),
  'workingHours.from': say('从', 'From'),
  'workingHours.to': say('到', 'To'),
  defaultLanguage: say('默认语言', 'Language where nobody chose one'),
  alternatives: say(
    '不能办理时告知的其他途径',
    'What a refused person can do instead',
    both('项目没有另外写明时使用。', 'Where the programme says nothing of its own.'),
  ),
  emergencyNumbers: say(
    '遇险先拨打的电话',
    'Numbers to call first in danger',
    both('显示在居民页面上。', 'Residents see them on every page.'),
  ),
  map: say('居民地图', 'Map for residents'),
  'map.pointsForResidents': say(
    '显示在办诉求的大致位置',
    'Shows about where open requests are',
    both('只限公共场所的事项，精确到约100米。', 'Of public places alone, to some 100 m.'),
  ),
  open311: say('Open311 接口', 'Open311'),
  'open311.apiKeyHashes': say(
    '密钥的 SHA-256',
    'SHA-256 of each key',
    both('留空：其他程序提交诉求不需要密钥。', 'Empty: other programs need no key to file requests.'),
  ),
  ladder: say(
    '询问顺序',
    'Order of asking',
    both(
      '无人答复时依次询问，最后一级会反复询问，直到答复。',
      'Who is asked in turn when nobody answers. The last is asked again until it answers.',
    ),
  ),
  emergencyLadder: say(
    '紧急呼叫顺序',
    'Order of calling in an emergency',
    both('最后一级须是部门。', 'It ends with a department.'),
  ),
  departments: say('值守岗位', 'Desks of the town'),
  'departments.dutyDesk': say('值班室', 'Duty desk'),
  'departments.dutyLeader': say('带班领导', 'Duty leader'),
  'departments.townLeader': say('镇领导', 'Town leader'),
  'departments.inspectionTeam': say('督查组', 'Inspection team'),
};

const PROXIES = both(
  '每行一个地址段，如 203.0.113.0/24。没有代理就留空。',
  'A range of addresses on each line, such as 203.0.113.0/24. Empty: there is none.',
);

const HOUR = count(UNITS.times, '每小时', 'An hour');
const DAY = count(UNITS.times, '每天', 'A day');
const ADDRESS = say('同一网络地址', 'From one network address');
const PHONE = say('同一号码', 'With one telephone number');

/** How much whoever has no account may ask. */
export const CALLER_WORDS: WordsOf<'callers'> = {
  callers: say(
    '不用账号的操作上限',
    'Limits for whoever has no account',
    both(
      '防止一个人占满全镇。一个地址后面可能是整栋楼，请从宽。',
      'So that one cannot use up what is there for all. An office may share an address: be generous.',
    ),
  ),
  'callers.reports': say('提交诉求（险情另计）', 'Reports; dangers are counted apart'),
  'callers.reports.address': ADDRESS,
  'callers.reports.address.hour': HOUR,
  'callers.reports.address.day': DAY,
  'callers.reports.phone': PHONE,
  'callers.reports.phone.hour': HOUR,
  'callers.reports.phone.day': DAY,
  'callers.dangers': say(
    '完整派出的险情',
    'Dangers that are called out whole',
    both('超出的合并成一条报值班室。', 'The duty desk is told of further ones together.'),
  ),
  'callers.dangers.address': ADDRESS,
  'callers.dangers.address.hour': HOUR,
  'callers.dangers.address.day': DAY,
  'callers.dangers.phone': PHONE,
  'callers.dangers.phone.hour': HOUR,
  'callers.dangers.phone.day': DAY,
  'callers.codes': say('索取和输入验证码（按地址）', 'Codes asked for and typed, by address'),
  'callers.codes.hour': HOUR,
  'callers.codes.day': DAY,
  'callers.trackingCodes': say('居民查询验证码（按号码）', 'Codes to open a request, by number'),
  'callers.trackingCodes.hour': HOUR,
  'callers.trackingCodes.day': DAY,
  'callers.remarks': say('一件诉求在网页上的补充', 'What is added to one request on its page'),
  'callers.remarks.hour': HOUR,
  'callers.remarks.day': DAY,
  'callers.others': say('查找相似诉求、答复', 'Questions for similar reports, and answers'),
  'callers.others.hour': HOUR,
  'callers.others.day': DAY,
  'callers.sameReply': count(
    UNITS.times,
    '同一答复每小时最多发给同一号码',
    'The same reply to one number an hour',
  ),
  'callers.tellEvery': count(
    UNITS.minutes,
    '合并的事项告知值班室的间隔',
    'The desk is told of what is held together every',
  ),
  'callers.trustedProxies': say('可信的代理地址', 'Proxies that are believed', PROXIES),
};
