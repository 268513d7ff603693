import type { Party, Rung } from '../town/schema.js';
import type { Bilingual } from '../words/language.js';
import { settingWords } from './settings-in-words.js';

const words = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en });

const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** What fields are called: by the whole path where one name means several things, else by the name. */
const FIELDS: Readonly<Record<string, Bilingual>> = {
  id: words('代号', 'Code'),
  name: words('名称', 'Name'),
  'staff.name': words('姓名', 'Name'),
  phone: words('电话', 'Telephone'),
  'staff.duty': words('身份', 'Duty'),
  language: words('短信语言', 'Language of texts'),
  'posts.grid': words('网格', 'Grid'),
  a: words('网格长（A 岗）', 'Head (A post)'),
  b: words('副网格长（B 岗）', 'Deputy (B post)'),
  c: words('网格员（C 岗）', 'Member (C post)'),
  kind: words('种类', 'Kind'),
  contacts: words('联系人（按顺序）', 'Contacts, in order'),
  keywords: words('关键词', 'Keywords'),
  staff: words('人员', 'Person'),
  role: words('身份', 'Role'),
  village: words('村', 'Village'),
  villages: words('村', 'Villages'),
  groups: words('村民小组', 'Villager groups'),
  number: words('编号', 'Number'),
  grid: words('所属网格', 'Grid'),
  group: words('小组', 'Group'),
  address: words('地址', 'Address'),
  point: words('位置', 'Position'),
  lat: words('纬度', 'Latitude'),
  lng: words('经度', 'Longitude'),
  hours: words('开放时间', 'Opening hours'),
  days: words('星期', 'Days of the week'),
  from: words('从', 'From'),
  to: words('到', 'To'),
  department: words('部门', 'Department'),
  place: words('场所', 'Place'),
  on: words('日期', 'Day'),
  receives: words('接待人（按顺序）', 'Who receives, in order'),
  plainly: words('通俗说法', 'In plain words'),
  path: words('办理方式', 'Path'),
  programme: words('项目', 'Programme'),
  duty: words('职责清单事项', 'Entry of the duty list'),
  public: words('公共事项（对外公布）', 'About a public place (published)'),
  mediation: words('双方纠纷，先调解', 'A matter between parties, mediated from the start'),
  joinable: words('可合并办理（几件诉求可能是同一件事）', 'Can be joined (two reports may be one event)'),
  words: words('原话', 'Words'),
  category: words('事项类别', 'Category'),
  danger: words('险情', 'Danger'),
  complaint: words('反映工作人员的问题', 'A complaint about staff'),
  entry: words('清单原文', 'What the list says'),
  advice: words('给反映人的提示', 'Advice to whoever reports it'),
  provider: words('通知的单位', 'Who is called'),
  acceptWithin: words('签收期限', 'To accept within'),
  settleWithin: words('办结期限', 'To settle within'),
  extendBy: words('可延期', 'One extension adds'),
  what: words('时限', 'Time'),
  within: words('期限', 'Within'),
  key: words('短信', 'Text'),
  text: words('内容', 'Words'),
  form: words('表单字段', 'Fields of the form'),
  label: words('字段名称', 'Label'),
  type: words('类型', 'Type'),
  required: words('必填', 'Required'),
  choices: words('选项', 'Choices'),
  value: words('值', 'Value'),
  'programmes.form.choices.label': words('选项名称', 'Label'),
  min: words('最小值', 'Minimum'),
  max: words('最大值', 'Maximum'),
  personal: words('个人信息', 'Personal data'),
  holds: words('身份信息', 'Identity'),
  eligibility: words('申请条件', 'Conditions'),
  field: words('表单字段', 'Field of the form'),
  atLeast: words('不小于', 'At least'),
  atMost: words('不大于', 'At most'),
  oneOf: words('应为其中之一', 'One of'),
  is: words('应为“是”', 'Must be “yes”'),
  otherwise: words('不符合时告知', 'Told where it is not met'),
  documents: words('所需材料', 'Documents'),
  stages: words('环节', 'Stages'),
  steps: words('步骤（同时进行）', 'Steps, side by side'),
  by: words('由谁办', 'By'),
  asks: words('任务', 'Asked for'),
  sees: words('审批人能看到', 'What whoever approves sees'),
  final: words('不予办理即为最终', 'A refusal here is final'),
  milestone: words('处置进展', 'Milestone'),
  tell: words('环节开始时告知', 'Told when it opens'),
  alternatives: words('不能办理时还可以', 'What else a refused applicant can do'),
  followUpDays: words('结案后回访（第几天）', 'Follow-ups (days after closure)'),
  yuan: words('最高救助金额（本镇币种）', 'Aid at most, in the town’s currency'),
  places: words('名额', 'Fixed places'),
  stage: words('需要名额的环节', 'The stage that needs a place'),
  count: words('数量', 'How many'),
  per: words('名额周期', 'Counted by'),
  need: words('优先条件', 'Need'),
  points: words('分数', 'Points'),
  tellAt: words('排到第几位时告知', 'Told at position'),
  reviewEvery: words('排队期间多久告知一次', 'Told that they wait every'),
  waitWithin: words('最长排队时间', 'Longest wait'),
  'programmes.places.waitWithin.days': words('天', 'Days'),
};

/** What the field at a path is called; undefined where it has no words. */
export const fieldWords = (path: string): Bilingual | undefined =>
  settingWords(path)?.label ?? FIELDS[path] ?? FIELDS[lastOf(path)];

/** How one is added to a list: its own name is that of all of them. By the same paths. */
const ADDING: Readonly<Record<string, Bilingual>> = {
  contacts: words('添加联系人', 'Add a contact'),
  villages: words('添加村', 'Add a village'),
  hours: words('添加开放时间', 'Add opening hours'),
  documents: words('添加材料', 'Add a document'),
  eligibility: words('添加申请条件', 'Add a condition'),
  form: words('添加字段', 'Add a field'),
  choices: words('添加选项', 'Add a choice'),
  need: words('添加优先条件', 'Add a need'),
  stages: words('添加环节', 'Add a stage'),
  steps: words('添加步骤', 'Add a step'),
  tell: words('添加告知单位', 'Add a department'),
  receives: words('添加接待人', 'Add a person'),
  emergencyLadder: words('添加一级', 'Add a rung'),
  ladder: words('添加一级', 'Add a rung'),
  own: words('添加放假日', 'Add a day off'),
  classes: words('添加类别', 'Add a class'),
  workingHours: words('添加时段', 'Add hours'),
  groups: words('添加小组', 'Add a group'),
};

/** The words of the button by which one is added to the list at a path. */
export const addingWords = (path: string): Bilingual | undefined => ADDING[lastOf(path)];

const WEEKDAYS = {
  monday: words('周一', 'Monday'),
  tuesday: words('周二', 'Tuesday'),
  wednesday: words('周三', 'Wednesday'),
  thursday: words('周四', 'Thursday'),
  friday: words('周五', 'Friday'),
};

export const PATHS: Readonly<Record<string, Bilingual>> = {
  'same-day': words('当日办结', 'Same day'),
  programme: words('项目', 'Programme'),
  emergency: words('紧急事项', 'Emergency'),
  petition: words('信访', 'Petition'),
  coordinated: words('部门协办', 'Coordinated'),
};

const LAST_WEEKDAYS = {
  'last-monday': words('每月最后一个周一', 'Last Monday of the month'),
  'last-tuesday': words('每月最后一个周二', 'Last Tuesday of the month'),
  'last-wednesday': words('每月最后一个周三', 'Last Wednesday of the month'),
  'last-thursday': words('每月最后一个周四', 'Last Thursday of the month'),
  'last-friday': words('每月最后一个周五', 'Last Friday of the month'),
};

const WORKING_DAYS = { 'working-days': words('每个工作日', 'Every working day') };

const LANGUAGES = { 'zh-CN': words('中文', 'Chinese'), en: words('英文', 'English') };

const FORMATS = { json: words('JSON', 'JSON'), form: words('表单（form）', 'Form') };

/** What can be chosen, by the path of the field, in words. */
const CHOICES: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  'staff.duty': {
    'town-cadre': words('镇干部', 'Town cadre'),
    'village-cadre': words('村干部', 'Village cadre'),
    'group-leader': words('村民小组长', 'Villager-group leader'),
    'community-administrator': words('社区管理员', 'Community administrator'),
    department: words('部门', 'Department'),
    provider: words('服务单位', 'Provider'),
    leader: words('领导', 'Leader'),
  },
  'staff.language': LANGUAGES,
  'departments.kind': {
    department: words('政府部门', 'Government office'),
    provider: words('服务单位', 'Provider'),
    desk: words('镇值守岗位', 'Desk of the town'),
  },
  'supervisors.role': {
    leader: words('包村领导', 'Village-supervising leader'),
    secretary: words('责任区书记', 'Area secretary'),
  },
  'places.kind': {
    'agency-centre': words('为民服务代理中心', 'Agency centre'),
    'mass-workstation': words('群众工作站', 'Mass workstation'),
    office: words('接待室', 'Office'),
  },
  'places.hours.days': WEEKDAYS,
  'categories.path': PATHS,
  'deadlines.path': PATHS,
  'examples.kind': {
    matter: words('要办的事', 'A matter'),
    news: words('询问进度', 'Asks for news'),
    nothing: words('与诉求无关', 'Nothing to do with it'),
  },
  'programmes.form.type': {
    text: words('文字', 'Text'),
    number: words('数字', 'Number'),
    date: words('日期', 'Date'),
    choice: words('选择', 'Choice'),
    'yes-no': words('是或否', 'Yes or no'),
  },
  'programmes.form.holds': {
    name: words('姓名', 'A name'),
    phone: words('电话', 'A telephone number'),
    id: words('证件号', 'An identity number'),
  },
  'programmes.stages.steps.asks': {
    application: words('申请', 'Application'),
    approval: words('审批', 'Approval'),
    appointment: words('预约', 'Appointment'),
    report: words('办理情况', 'Report'),
    settlement: words('调解处理', 'Settlement'),
  },
  'programmes.stages.steps.milestone': {
    'on-the-way': words('已出发', 'On the way'),
    'on-site': words('已到现场', 'On site'),
    safe: words('已排除危险', 'Safe'),
    restored: words('已恢复', 'Restored'),
  },
  'programmes.places.per': {
    year: words('每年', 'Year'),
    month: words('每月', 'Month'),
    total: words('总数', 'In all'),
  },
  'settings.defaultLanguage': LANGUAGES,
  'settings.holidays.calendar': {
    CN: words('中国法定节假日（含调休）', 'China’s'),
    none: words('无，只有本镇另定的', 'None but the town’s own'),
  },
  'settings.sms.carrier.kind': {
    sns: words('AWS（SNS）', 'AWS (SNS)'),
    http: words('本地运营商的 HTTP 接口', 'A carrier’s HTTP interface'),
  },
  'settings.sms.carrier.format': FORMATS,
  'settings.sms.carrier.inbound.format': FORMATS,
  'settings.rounds.daily-close.on': WORKING_DAYS,
  'settings.rounds.deadline-cards.on': WORKING_DAYS,
  'settings.rounds.visit-round.on': WEEKDAYS,
  'settings.rounds.weekly-inspection.on': WEEKDAYS,
  'settings.rounds.monthly-inspection.on': LAST_WEEKDAYS,
};

/** What a choice of the field at a path is called; dangers are called as the town calls them. */
export const choiceWords = (path: string, option: string): Bilingual | undefined => CHOICES[path]?.[option];

/** What the days of the week are called. */
export const weekdayWords = (day: string): Bilingual | undefined =>
  Object.entries(WEEKDAYS).find(([name]) => name === day)?.[1];

/** Who does a step, or is asked in turn, where it is no department. */
export const PARTIES: Readonly<Record<Extract<Party | Rung, string>, Bilingual>> = {
  owner: words('首问责任人', 'First-asked owner'),
  'grid-head': words('网格长', 'Grid head'),
  provider: words('服务单位', 'Provider'),
  'post-a': words('网格长（A 岗）', 'Head (A post)'),
  'post-b': words('副网格长（B 岗）', 'Deputy (B post)'),
  'post-c': words('网格员（C 岗）', 'Member (C post)'),
  neighbour: words('邻近网格的网格长', 'Head of the nearest other grid'),
};
