import { both, count, say, UNITS, type WordsOf } from './setting-words.js';

const NAMES = {
  id: say('消息编号的字段', 'Field of the message’s id'),
  from: say('发送号码的字段', 'Field of the sender’s number'),
  to: say('接收号码的字段', 'Field of the receiver’s number'),
  body: say('内容的字段', 'Field of the words'),
} as const;

const RESIDENT = count(UNITS.texts, '每个居民号码', 'To one number of a resident');
const STAFF = count(UNITS.texts, '每个工作人员号码', 'To one number of the staff');
const TOWN = count(UNITS.texts, '全镇', 'In all');

/** Texts, and who takes them to phones. */
export const TEXT_WORDS: WordsOf<'sms'> = {
  sms: say('短信', 'Texts'),
  'sms.number': say('镇短信号码', 'The number that people text'),
  'sms.signature': say('短信签名', 'Signature of texts'),
  'sms.links': say(
    '短信中带链接',
    'Texts carry links',
    both('境内通道会拦截链接，请勿勾选。', 'Carriers of +86 numbers block them.'),
  ),
  'sms.countryCodes': say('允许发送的国家码', 'Country codes that are texted'),
  'sms.carrier': say(
    '短信通道',
    'Carrier',
    both('换通道前请先按运维手册设置密钥。', 'Set up its secret first, as the operations manual says.'),
  ),
  'sms.carrier.kind': say('种类', 'Kind'),
  'sms.carrier.url': say('接口地址', 'Address'),
  'sms.carrier.format': say('格式', 'Format'),
  'sms.carrier.names': say('字段名称', 'Names of the fields'),
  'sms.carrier.names.id': NAMES.id,
  'sms.carrier.names.from': NAMES.from,
  'sms.carrier.names.to': NAMES.to,
  'sms.carrier.names.body': NAMES.body,
  'sms.carrier.timeoutSeconds': count(UNITS.seconds, '最长等待', 'It may take at most'),
  'sms.carrier.attempts': count(UNITS.times, '每次发送尝试', 'It is tried'),
  'sms.carrier.inbound': say('由此通道接收来信', 'It hands over what people text'),
  'sms.carrier.inbound.addresses': say('来源地址段', 'From these addresses'),
  'sms.carrier.inbound.format': say('格式', 'Format'),
  'sms.carrier.inbound.names': say('字段名称', 'Names of the fields'),
  'sms.carrier.inbound.names.id': NAMES.id,
  'sms.carrier.inbound.names.from': NAMES.from,
  'sms.carrier.inbound.names.to': NAMES.to,
  'sms.carrier.inbound.names.body': NAMES.body,
  'sms.quietHours': say(
    '免打扰时段',
    'Quiet hours',
    both('不紧急的短信到时段结束再发。', 'Texts that can wait are sent when they end.'),
  ),
  'sms.quietHours.from': say('从', 'From'),
  'sms.quietHours.to': say('到（整点或半点）', 'To, on the hour or half hour'),
  'sms.summaryAt': say('每日汇总的时间', 'When daily summaries are sent'),
  'sms.caps': say(
    '每日短信上限',
    'The most texts a day',
    both(
      '超出的只记录不发送，合并告知值班室。',
      'What is beyond is recorded, not sent, and the desk is told.',
    ),
  ),
  'sms.caps.everyday': say('一般短信', 'Everyday texts'),
  'sms.caps.everyday.resident': RESIDENT,
  'sms.caps.everyday.staff': STAFF,
  'sms.caps.everyday.town': TOWN,
  'sms.caps.emergencies': say('紧急事项', 'Emergencies'),
  'sms.caps.emergencies.resident': RESIDENT,
  'sms.caps.emergencies.staff': STAFF,
  'sms.caps.emergencies.town': TOWN,
  'sms.caps.shares': say(
    '各类短信在全镇上限中的份额',
    'What each kind has of the town’s day',
    both('合计不超过100%。', '100 per cent at most together.'),
  ),
  'sms.caps.shares.residents': count(UNITS.percent, '告知居民', 'Told to residents'),
  'sms.caps.shares.replies': count(UNITS.percent, '答复来信', 'Replies'),
  'sms.caps.shares.staff': count(UNITS.percent, '发给工作人员', 'To the staff'),
  'sms.caps.shares.codes': count(UNITS.percent, '验证码', 'Codes'),
  'sms.serviceNumbers': say(
    '不是个人的号码',
    'Numbers that nobody holds',
    both('正则表达式，每行一个，匹配整个号码。', 'Patterns of the whole number, one per line.'),
  ),
  'sms.usdPerPart': say('每条短信的价格', 'Price of a part'),
  'sms.usdPerPart.out': count(UNITS.dollars, '发出', 'Sent'),
  'sms.usdPerPart.in': count(UNITS.dollars, '收到', 'Received'),
};
