import type { Language } from '../../domain/town/language.js';
import type { FactName, StaffAskKind } from './ask.js';
import type { NextName, NoteName } from './what-follows.js';

/** Every word of the staff's pages. A language that lacks one does not compile. */
export interface Messages {
  readonly title: string;
  readonly otherLanguage: string;
  readonly skip: string;
  readonly kinds: Readonly<Record<StaffAskKind, string>>;
  readonly facts: Readonly<Record<FactName, string>>;
  readonly ask: {
    readonly loading: string;
    readonly asked: string;
    readonly request: string;
    readonly words: string;
    readonly photos: string;
    readonly photo: (number: number) => string;
    readonly until: string;
    readonly daysLeft: (days: number, hours: number) => string;
    readonly hoursLeft: (hours: number, minutes: number) => string;
    readonly minutesLeft: (minutes: number) => string;
    readonly text: string;
    readonly documents: (programme: string) => string;
    readonly documentsHint: string;
    readonly application: string;
  };
  readonly answer: {
    readonly heading: string;
    readonly required: string;
    readonly optional: string;
    readonly notes: Readonly<Record<NoteName, string>>;
    readonly hints: Readonly<Partial<Record<NoteName, string>>>;
    readonly yuan: string;
    readonly yuanHint: string;
    readonly documents: string;
    readonly form: string;
    readonly formHint: string;
    readonly unchosen: string;
    readonly yes: string;
    readonly no: string;
    readonly points: string;
    readonly send: string;
    readonly sendThis: (label: string) => string;
    readonly sending: string;
    readonly failed: string;
    readonly errorsHeading: string;
    readonly missing: {
      readonly option: string;
      readonly note: string;
      readonly yuan: string;
      readonly documents: string;
      readonly field: (label: string) => string;
    };
  };
  readonly sent: {
    readonly heading: string;
    readonly recorded: (label: string) => string;
    readonly close: string;
  };
  readonly next: Readonly<Record<NextName, string>>;
  readonly visits: {
    readonly heading: (grid: string) => string;
    readonly left: (count: number) => string;
    readonly none: string;
    readonly until: (day: string) => string;
    readonly waiting: (count: number) => string;
    readonly household: (number: number) => string;
    readonly carriedOver: string;
    readonly dueOn: (date: string) => string;
    readonly lastVisit: (date: string) => string;
    readonly open: string;
    readonly people: string;
    readonly peopleHint: string;
    readonly problem: string;
    readonly note: string;
    readonly finding: string;
    readonly findingHint: string;
    readonly record: string;
    readonly recorded: (number: number) => string;
    readonly nobody: (number: number) => string;
    readonly became: (request: string) => string;
    readonly done: string;
    readonly missing: { readonly people: string; readonly note: string };
  };
  readonly over: {
    readonly heading: string;
    readonly answered: (label: string, time: string) => string;
    readonly answeredBefore: string;
    readonly withdrawn: string;
    readonly superseded: string;
    readonly expired: string;
    readonly unknownHeading: string;
    readonly unknown: string;
    readonly unreachable: string;
    readonly retry: string;
  };
}

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

const zh: Messages = {
  title: '网格工作',
  otherLanguage: '语言',
  skip: '跳到正文',
  kinds: {
    placement: '请派单',
    acceptance: '请您接收',
    'taking-up': '信访事项，请决定是否受理',
    outcome: '请办理并填写结果',
    application: '请帮居民申请',
    approval: '请审批',
    appointment: '请约定时间',
    report: '请办理这一环节',
    settlement: '请调处',
    'sign-off': '请签批再次补件',
    attention: '流程受阻，请处理',
    'follow-up': '请回访',
    check: '请检查',
    call: '请电话抽查',
    rectification: '请整改',
    're-check': '请复查',
    supervision: '督办单，请回复',
  },
  facts: {
    category: '什么事',
    programme: '项目',
    step: '环节',
    place: '地点',
    person: '联系人',
    phone: '电话',
    other: '疑似同一件',
    documents: '材料',
    reason: '问题',
  },
  ask: {
    loading: '正在打开……',
    asked: '答复人',
    request: '编号',
    words: '居民的原话',
    photos: '居民的照片',
    photo: (number) => `照片 ${number}`,
    until: '最迟',
    daysLeft: (days, hours) => `还有 ${days} 天 ${hours} 小时`,
    hoursLeft: (hours, minutes) => `还有 ${hours} 小时 ${minutes} 分钟`,
    minutesLeft: (minutes) => `还有 ${minutes} 分钟`,
    text: '短信原文',
    documents: (programme) => `“${programme}”所需材料`,
    documentsHint: '缺哪几件请一次全部告知居民；再次要求补件须领导签批。',
    application: '申请表',
  },
  answer: {
    heading: '您的答复',
    required: '（必填）',
    optional: '（可不填）',
    notes: {
      anything: '想说明的',
      petition: '来访方式和人数',
      target: '哪个网格或部门',
      extension: '延期的原因',
      refusal: '不能办的原因',
      denial: '不准的原因',
      referral: '转到哪里',
      appointment: '约定的日期和时间',
      outcome: '办理结果',
      aid: '救助了什么',
      session: '调解的结果',
      finding: '有什么问题',
      reply: '原因和完成时间',
    },
    hints: {
      target: '写网格号，如 52；或部门名称，如 供电所',
      extension: '会告诉居民。只能延期一次。',
      refusal: '会告诉居民，并告诉他还有什么办法。',
      appointment: '例如 9月1日上午9点',
    },
    yuan: '救助金额（元）',
    yuanHint: '没有救助就空着',
    documents: '缺哪几件材料',
    form: '申请表',
    formHint: '只用于办理这个项目，只有审批的人能看到。',
    unchosen: '请选择',
    yes: '是',
    no: '否',
    points: '哪几项不合格',
    send: '发送',
    sendThis: (label) => `发送：${label}`,
    sending: '正在发送……',
    failed: '没有送出去，请再试一次。再试不会重复记录。',
    errorsHeading: '请改正以下内容',
    missing: {
      option: '请选择一项答复',
      note: '请写明原因或内容',
      yuan: '请用数字写明一个金额',
      documents: '请勾选缺少的材料',
      field: (label) => `请填写：${label}`,
    },
  },
  sent: {
    heading: '已记录',
    recorded: (label) => `您的答复：${label}`,
    close: '可以关闭这个页面了。',
  },
  next: {
    noted: '这一项到此完成。',
    yours: '这件事由您负责到底。请尽快联系居民；办理结果会再用短信问您。',
    moves: '交给您写的网格或部门，由对方接收。',
    extended: '期限已延长一次，办理结果会再问您。',
    refused: '原因会告诉居民，并告诉他还有什么办法。',
    denied: '会告诉提出的人，请其按现有材料办理。',
    referred: '去向会告诉居民，本镇流程到此结束。',
    confirm: '现在请居民确认是否满意。不满意会回到首问负责人。',
    stage: '进入下一个环节，相关人员会收到短信。',
    're-check': '会请提出问题的人复查。',
    'goes-on': '已登记。这件事还没有办完，办理结果会再用短信问您。',
    documents: '会用一条短信把缺的材料全部告诉居民，备齐期间期限暂停。',
    joined: '与另一件合并办理，办结后一并告知居民。',
    'new-request': '已登记为新的诉求，您是首问负责人。',
    retried: '正从中断的地方重试。',
  },
  visits: {
    heading: (grid) => `${grid}：本周走访`,
    left: (count) => `还有 ${count} 户待走访。`,
    none: '本周没有待走访的户了。',
    until: (day) => `截至 ${day}。`,
    waiting: (count) => `另有 ${count} 户排到以后几周。`,
    household: (number) => `${number} 号户`,
    carriedOver: '上周未访',
    dueOn: (date) => `应在 ${date} 前走访。`,
    lastVisit: (date) => `上次见到人：${date}。`,
    open: '登记走访',
    people: '见到几人',
    peopleHint: '家中无人填 0，这一户仍留在名单上。',
    problem: '发现问题，需要办理',
    note: '想记下的话',
    finding: '发现的问题',
    findingHint: '会登记为诉求，您是首问负责人。请不要写身份证号和病历。',
    record: '登记',
    recorded: (number) => `已登记 ${number} 号户。`,
    nobody: (number) => `已登记 ${number} 号户家中无人，仍在名单上。`,
    became: (request) => `问题已登记为诉求 ${request}。`,
    done: '本周已走访',
    missing: { people: '请用数字填写见到几人', note: '请写明发现的问题' },
  },
  over: {
    heading: '这件事不用再答复了',
    answered: (label, time) => `已经答复：${label}（${time}）。`,
    answeredBefore: '已经有人答复，或已由他人处理。',
    withdrawn: '居民已经撤回，无需再办。',
    superseded: '已由他人处理，您无需再答复。',
    expired: '答复的期限已过，已经转给下一位负责人。',
    unknownHeading: '没有找到',
    unknown: '链接可能不完整。请核对短信，或者直接回复短信。',
    unreachable: '网络不通或太慢，暂时打不开。',
    retry: '再试一次',
  },
};

const en: Messages = {
  title: 'Grid work',
  otherLanguage: 'Language',
  skip: 'Skip to the content',
  kinds: {
    placement: 'Where does it belong?',
    acceptance: 'Will you take it?',
    'taking-up': 'A petition: will you take it up?',
    outcome: 'Handle it and say how it went',
    application: 'Apply for the resident',
    approval: 'Approve or refuse',
    appointment: 'Make an appointment',
    report: 'Do this step',
    settlement: 'Settle it',
    'sign-off': 'May documents be asked for again?',
    attention: 'It is stuck and needs you',
    'follow-up': 'Look in again',
    check: 'Check it',
    call: 'Call the resident',
    rectification: 'Put it right',
    're-check': 'Check it again',
    supervision: 'A supervision order: please reply',
  },
  facts: {
    category: 'What it is',
    programme: 'Programme',
    step: 'Step',
    place: 'Where',
    person: 'Who',
    phone: 'Phone',
    other: 'Maybe the same as',
    documents: 'Documents',
    reason: 'What is wrong',
  },
  ask: {
    loading: 'Opening…',
    asked: 'Asked of',
    request: 'Number',
    words: 'In the resident’s words',
    photos: 'The resident’s photos',
    photo: (number) => `Photo ${number}`,
    until: 'At the latest by',
    daysLeft: (days, hours) => `${counted(days, 'day')} ${counted(hours, 'hour')} left`,
    hoursLeft: (hours, minutes) => `${counted(hours, 'hour')} ${counted(minutes, 'minute')} left`,
    minutesLeft: (minutes) => `${counted(minutes, 'minute')} left`,
    text: 'The text you got',
    documents: (programme) => `Documents for “${programme}”`,
    documentsHint: 'Tell the resident once of everything that is missing: a second time needs a leader.',
    application: 'The application',
  },
  answer: {
    heading: 'Your answer',
    required: ' (required)',
    optional: ' (optional)',
    notes: {
      anything: 'Anything to add',
      petition: 'How they came, and how many',
      target: 'Which grid or department',
      extension: 'Why it takes longer',
      refusal: 'Why it cannot be done',
      denial: 'Why not',
      referral: 'Where it goes',
      appointment: 'The date and time agreed',
      outcome: 'How it went',
      aid: 'What was given',
      session: 'What the mediation came to',
      finding: 'What is wrong',
      reply: 'The reason, and when it will be done',
    },
    hints: {
      target: 'A grid by its number, like 52, or a department by its name',
      extension: 'The resident is told. It can be extended once.',
      refusal: 'The resident is told, and what else they can do.',
      appointment: 'For example 1 September, 9 in the morning',
    },
    yuan: 'Aid given, in yuan',
    yuanHint: 'Leave it empty if there was none',
    documents: 'Which documents are missing',
    form: 'The application',
    formHint: 'For this programme only; only whoever approves it sees it.',
    unchosen: 'Choose',
    yes: 'Yes',
    no: 'No',
    points: 'What does not hold',
    send: 'Send',
    sendThis: (label) => `Send: ${label}`,
    sending: 'Sending…',
    failed: 'It was not sent. Please try again; it will not count twice.',
    errorsHeading: 'Please put this right',
    missing: {
      option: 'Choose an answer',
      note: 'Say why, or what',
      yuan: 'State one sum in digits',
      documents: 'Tick the documents that are missing',
      field: (label) => `Fill in: ${label}`,
    },
  },
  sent: {
    heading: 'Recorded',
    recorded: (label) => `Your answer: ${label}`,
    close: 'You can close this page.',
  },
  next: {
    noted: 'This is done.',
    yours:
      'It is yours to the end. Please get in touch with the resident soon; a text will ask you how it went.',
    moves: 'It goes to the grid or department you named, who are asked to take it.',
    extended: 'It was extended, once. You will be asked again how it went.',
    refused: 'The resident is told the reason, and what else they can do.',
    denied: 'Whoever wanted it is told to go on with what there is.',
    referred: 'The resident is told where it went; here it ends.',
    confirm: 'The resident is asked whether they are satisfied. If not, it comes back to its owner.',
    stage: 'The next step begins; whoever it is up to gets a text.',
    're-check': 'Whoever found the fault is asked to check again.',
    'goes-on': 'It is noted. The work goes on, and a text will ask you again how it went.',
    documents: 'One text tells the resident everything that is missing. The clocks stand still meanwhile.',
    joined: 'It is handled together with the other one, and both residents are told.',
    'new-request': 'It became a new request, and you are its owner.',
    retried: 'It is tried again from where it stopped.',
  },
  visits: {
    heading: (grid) => `${grid}: visits of the week`,
    left: (count) => `${count} still to be visited.`,
    none: 'Everybody on this week’s list was visited.',
    until: (day) => `Until ${day}.`,
    waiting: (count) => `${count} more are due in the weeks after.`,
    household: (number) => `Household ${number}`,
    carriedOver: 'left over from last week',
    dueOn: (date) => `Due by ${date}.`,
    lastVisit: (date) => `Last met on ${date}.`,
    open: 'Record a visit',
    people: 'How many you met',
    peopleHint: '0 if nobody was at home: the household stays on the list.',
    problem: 'I found something that must be handled',
    note: 'Anything to note',
    finding: 'What you found',
    findingHint:
      'It becomes a request, and you are its owner. Please leave out ID numbers and medical records.',
    record: 'Record',
    recorded: (number) => `Household ${number} is recorded.`,
    nobody: (number) => `Nobody at home at ${number}: recorded, and still on the list.`,
    became: (request) => `What you found is request ${request}.`,
    done: 'Visited this week',
    missing: { people: 'Say in digits how many you met', note: 'Say what you found' },
  },
  over: {
    heading: 'There is nothing more to answer',
    answered: (label, time) => `It was answered: ${label} (${time}).`,
    answeredBefore: 'Somebody answered it, or others have dealt with it.',
    withdrawn: 'The resident has withdrawn it.',
    superseded: 'Others have dealt with it; you need not answer.',
    expired: 'The time to answer is over, and the next person has been asked.',
    unknownHeading: 'Not found',
    unknown: 'The link may be cut. Please compare it with the text, or answer the text itself.',
    unreachable: 'The network is down or too slow; it cannot be opened right now.',
    retry: 'Try again',
  },
};

/** The words of the staff's pages in each language. */
export const MESSAGES: Readonly<Record<Language, Messages>> = { 'zh-CN': zh, en };
