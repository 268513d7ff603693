import type { ClosedAs, Status } from '../../domain/request/record.js';
import type { Language } from '../../domain/town/language.js';

/** Every word of the resident's pages. A language that lacks one does not compile. */
export interface Messages {
  readonly title: string;
  readonly otherLanguage: string;
  readonly skip: string;
  readonly nav: { readonly label: string; readonly report: string; readonly track: string };
  readonly danger: string;
  readonly form: {
    readonly heading: string;
    readonly lead: string;
    readonly what: string;
    readonly category: string;
    readonly categoryUnknown: string;
    readonly description: string;
    readonly descriptionHint: string;
    readonly where: string;
    readonly whereHint: string;
    readonly village: string;
    readonly villageUnknown: string;
    readonly group: string;
    readonly groupUnknown: string;
    readonly groupName: (number: number) => string;
    readonly villagesMissing: string;
    readonly reload: string;
    readonly locate: string;
    readonly locating: string;
    readonly located: string;
    readonly unlocated: string;
    readonly dropLocation: string;
    readonly who: string;
    readonly name: string;
    readonly phone: string;
    readonly phoneHint: string;
    readonly forOther: string;
    readonly forOtherHint: string;
    readonly otherName: string;
    readonly otherPhone: string;
    /** Stands right after a label. */
    readonly optional: string;
    readonly consent: string;
    readonly consentHint: string;
    readonly submit: string;
    readonly sending: string;
    readonly retry: string;
    readonly unsent: string;
    readonly kept: string;
    readonly clear: string;
    readonly errorsHeading: string;
    readonly refused: string;
    /** What is wrong with a field, after the field's name. */
    readonly wrong: (field: string, message: string) => string;
    readonly missing: {
      readonly description: string;
      readonly name: string;
      readonly phone: string;
      readonly otherName: string;
      readonly consent: string;
    };
  };
  readonly receipt: {
    readonly heading: string;
    readonly number: string;
    readonly link: string;
    readonly linkHint: string;
    readonly key: string;
    readonly next: string;
    readonly copy: string;
    readonly copied: string;
  };
  readonly track: {
    readonly heading: string;
    readonly lead: string;
    readonly number: string;
    readonly numberHint: string;
    readonly key: string;
    readonly keyHint: string;
    readonly open: string;
    readonly loading: string;
    readonly missingNumber: string;
    readonly missingKey: string;
    readonly unknown: string;
    readonly unreachable: string;
    readonly retry: string;
    readonly another: string;
    readonly request: (number: string) => string;
    readonly owner: string;
    readonly ownerHint: string;
    readonly noOwner: string;
    readonly next: string;
    readonly due: string;
    readonly grid: string;
    readonly gridName: (grid: string) => string;
    readonly category: string;
    readonly timeline: string;
    readonly refreshed: (time: string) => string;
  };
  readonly status: Readonly<Record<Status, string>>;
  readonly nextStep: {
    readonly received: string;
    readonly assigned: string;
    readonly accepted: string;
    readonly coordinating: string;
    readonly awaiting: string;
  };
  readonly closedAs: Readonly<Record<ClosedAs, string>>;
  readonly ask: {
    readonly heading: string;
    readonly note: string;
    readonly noteHint: string;
    readonly sending: string;
    readonly thanks: string;
    readonly failed: string;
  };
  readonly withdraw: {
    readonly open: string;
    readonly question: string;
    readonly reason: string;
    readonly confirm: string;
    readonly keep: string;
  };
}

const zh: Messages = {
  title: '网格服务',
  otherLanguage: '语言',
  skip: '跳到正文',
  nav: { label: '页面', report: '反映问题', track: '查询进度' },
  danger: '有人受伤、着火或正有危险？请先拨打 110、119 或 120。',
  form: {
    heading: '反映问题，请求帮助',
    lead: '只说一次。有专人负责到底，办好后告诉您。不用注册。',
    what: '什么事',
    category: '属于哪一类',
    categoryUnknown: '不清楚，请工作人员判断',
    description: '说说情况',
    descriptionHint: '发生了什么、在哪里、什么时候。请不要写身份证号和病历。',
    where: '在哪里',
    whereHint: '不知道也没关系，可以空着，值班人员会核实。',
    village: '村',
    villageUnknown: '不清楚',
    group: '村民小组',
    groupUnknown: '不清楚',
    groupName: (number) => `${number} 组`,
    villagesMissing: '村名单暂时没有加载出来。您可以把地点写在“说说情况”里，照样能提交。',
    reload: '重新加载',
    locate: '用我现在的位置',
    locating: '正在定位……',
    located: '已记下您现在的位置。',
    unlocated: '没能取得位置。请选择村和小组，或把地点写在“说说情况”里。',
    dropLocation: '不用这个位置',
    who: '您是谁',
    name: '您的姓名',
    phone: '您的手机号',
    phoneHint: '进展和结果用短信告诉您。',
    forOther: '我是替别人反映的',
    forOtherHint: '例如替老人、邻居反映。',
    otherName: '对方的姓名',
    otherPhone: '对方的手机号',
    optional: '（可不填）',
    consent: '我同意镇里为办理这件事使用以上信息',
    consentHint: '只有办理这件事的人能看到；办结后按期删除；您随时可以撤回。',
    submit: '提交',
    sending: '正在提交……',
    retry: '再试一次',
    unsent: '还没有送出去：网络不通或太慢。您写的内容保存在这部手机上，再试一次不会重复提交。',
    kept: '没写完的内容会在这部手机上保存 7 天。',
    clear: '清空',
    errorsHeading: '请改正以下内容',
    refused: '没有被接受，请检查后再试。',
    wrong: (field, message) => `${field}：${message}`,
    missing: {
      description: '请说说情况',
      name: '请填写您的姓名',
      phone: '请填写您的手机号',
      otherName: '请填写对方的姓名',
      consent: '需要您同意，我们才能办理',
    },
  },
  receipt: {
    heading: '已收到',
    number: '受理编号',
    link: '查询链接',
    linkHint: '请保存。有这个链接的人都能看到办理进度。',
    key: '查询密码',
    next: '编号也会用短信发给您。',
    copy: '复制链接',
    copied: '已复制',
  },
  track: {
    heading: '查询进度',
    lead: '编号和密码在提交后的页面上。',
    number: '受理编号',
    numberHint: '8 位，例如 7Q3K-9M2X',
    key: '查询密码',
    keyHint: '注意大小写',
    open: '查询',
    loading: '正在查询……',
    missingNumber: '请填写受理编号',
    missingKey: '请填写查询密码',
    unknown: '没有找到。请核对编号和密码。',
    unreachable: '网络不通或太慢，暂时查不到。',
    retry: '再试一次',
    another: '查询另一件',
    request: (number) => `受理编号 ${number}`,
    owner: '谁负责',
    ownerHint: '首问负责：无论谁来办，都由他负责到底。',
    noOwner: '正在确定负责人',
    next: '下一步',
    due: '最迟',
    grid: '网格',
    gridName: (grid) => `第 ${grid} 网格`,
    category: '类别',
    timeline: '办理经过',
    refreshed: (time) => `${time} 更新`,
  },
  status: {
    received: '已收到',
    assigned: '已交给网格',
    accepted: '正在办理',
    coordinating: '部门正在办理',
    awaiting_confirmation: '请您确认结果',
    closed: '已办结',
    withdrawn: '已撤回',
  },
  nextStep: {
    received: '正在确定由哪个网格负责。有人负责后用短信告诉您。',
    assigned: '已通知负责人。如果没有按时接手，会自动转给下一位。',
    accepted: '负责人正在办理。办完后会请您确认。',
    coordinating: '有关部门正在办理，负责人一直跟进。办完后会请您确认。',
    awaiting: '请告诉我们您是否满意：在下面选择，或者回复短信。',
  },
  closedAs: {
    satisfied: '您表示满意，已办结。',
    no_answer: '没有收到您的答复，已办结。',
    refused: '这件事没能办成。原因和其他办法见“办理经过”。',
    referred: '已转到其他渠道办理，详见“办理经过”。',
    joined: '和另一件同样的反映一起办结。',
    withdrawn: '按您的要求撤回，不再办理。',
  },
  ask: {
    heading: '请您答复',
    note: '想补充的话（可不填）',
    noteHint: '不满意时，请说说还差什么。',
    sending: '正在发送……',
    thanks: '已记下您的答复。',
    failed: '没有送出去，请再试一次。',
  },
  withdraw: {
    open: '不办了，撤回这件事',
    question: '确定撤回吗？撤回后不再办理。',
    reason: '原因（可不填）',
    confirm: '确定撤回',
    keep: '继续办理',
  },
};

const en: Messages = {
  title: 'Grid service',
  otherLanguage: 'Language',
  skip: 'Skip to the content',
  nav: { label: 'Pages', report: 'Report', track: 'Follow a request' },
  danger: 'Is someone hurt, or is there fire or danger right now? First call 110, 119 or 120.',
  form: {
    heading: 'Report a problem or ask for help',
    lead: 'Say it once. One person owns it to the end, and you are told when it is done. No account needed.',
    what: 'What is it',
    category: 'Kind of request',
    categoryUnknown: 'Not sure, please decide for me',
    description: 'Tell us about it',
    descriptionHint: 'What happened, where and when. Please leave out ID numbers and medical records.',
    where: 'Where is it',
    whereHint: 'If you do not know, leave it empty: the duty desk will find out.',
    village: 'Village',
    villageUnknown: 'Not sure',
    group: 'Villager group',
    groupUnknown: 'Not sure',
    groupName: (number) => `Group ${number}`,
    villagesMissing:
      'The list of villages did not load. Write the place into “Tell us about it”; you can send it all the same.',
    reload: 'Load again',
    locate: 'Use where I am now',
    locating: 'Finding where you are…',
    located: 'We noted where you are now.',
    unlocated:
      'We could not get your position. Choose the village and group, or write the place into “Tell us about it”.',
    dropLocation: 'Do not use it',
    who: 'Who are you',
    name: 'Your name',
    phone: 'Your mobile number',
    phoneHint: 'We text you what happens and how it ends.',
    forOther: 'I am reporting for someone else',
    forOtherHint: 'For example for a parent or a neighbour.',
    otherName: 'Their name',
    otherPhone: 'Their mobile number',
    optional: ' (optional)',
    consent: 'The town may use this information to handle my request',
    consentHint:
      'Only the people who handle it see it; it is erased in time after it is closed; you can withdraw whenever you like.',
    submit: 'Send',
    sending: 'Sending…',
    retry: 'Try again',
    unsent:
      'Not sent yet: the network is down or too slow. Your words are kept on this phone, and trying again does not send them twice.',
    kept: 'What you have not sent is kept on this phone for 7 days.',
    clear: 'Clear the form',
    errorsHeading: 'Please put this right',
    refused: 'It was not accepted. Please check it and try again.',
    wrong: (field, message) => `${field}: ${message}`,
    missing: {
      description: 'Tell us about it',
      name: 'Enter your name',
      phone: 'Enter your mobile number',
      otherName: 'Enter their name',
      consent: 'We need your consent to handle it',
    },
  },
  receipt: {
    heading: 'We have it',
    number: 'Request number',
    link: 'Link to follow it',
    linkHint: 'Please keep it. Whoever has this link sees how the request goes on.',
    key: 'Key',
    next: 'The number also comes to you by text.',
    copy: 'Copy the link',
    copied: 'Copied',
  },
  track: {
    heading: 'Follow a request',
    lead: 'The number and the key are on the page you saw after sending.',
    number: 'Request number',
    numberHint: '8 characters, for example 7Q3K-9M2X',
    key: 'Key',
    keyHint: 'Capital and small letters differ',
    open: 'Show',
    loading: 'Looking it up…',
    missingNumber: 'Enter the request number',
    missingKey: 'Enter the key',
    unknown: 'Not found. Please check the number and the key.',
    unreachable: 'The network is down or too slow; we cannot look it up right now.',
    retry: 'Try again',
    another: 'Follow another request',
    request: (number) => `Request ${number}`,
    owner: 'Who owns it',
    ownerHint: 'First asked, responsible to the end, whoever works on it.',
    noOwner: 'Being decided',
    next: 'What happens next',
    due: 'At the latest by',
    grid: 'Grid',
    gridName: (grid) => `Grid ${grid}`,
    category: 'Kind',
    timeline: 'What happened so far',
    refreshed: (time) => `Updated ${time}`,
  },
  status: {
    received: 'Received',
    assigned: 'Handed to the grid team',
    accepted: 'Being worked on',
    coordinating: 'Departments are working on it',
    awaiting_confirmation: 'Please confirm the outcome',
    closed: 'Closed',
    withdrawn: 'Withdrawn',
  },
  nextStep: {
    received: 'We are finding out which grid team it belongs to. You get a text as soon as someone owns it.',
    assigned: 'The owner has been told. If nobody takes it up in time, it goes to the next person by itself.',
    accepted: 'The owner is working on it. When it is done, you are asked to confirm.',
    coordinating:
      'The departments are working on it and the owner follows it up. When it is done, you are asked to confirm.',
    awaiting: 'Please tell us whether you are satisfied: choose below, or answer the text.',
  },
  closedAs: {
    satisfied: 'You are satisfied; it is closed.',
    no_answer: 'We had no answer from you; it is closed.',
    refused: 'It could not be done. The reason and what else you can do stand below.',
    referred: 'It was handed on to others, as described below.',
    joined: 'It was closed together with another report of the same thing.',
    withdrawn: 'Withdrawn as you wished; nothing more is done.',
  },
  ask: {
    heading: 'Your answer, please',
    note: 'Anything to add (optional)',
    noteHint: 'If you are not satisfied, tell us what is still missing.',
    sending: 'Sending…',
    thanks: 'Your answer is noted.',
    failed: 'It was not sent. Please try again.',
  },
  withdraw: {
    open: 'Withdraw this request',
    question: 'Withdraw it? Nothing more will be done.',
    reason: 'Reason (optional)',
    confirm: 'Yes, withdraw',
    keep: 'No, go on',
  },
};

/** The words of the resident's pages in each language. */
export const MESSAGES: Readonly<Record<Language, Messages>> = { 'zh-CN': zh, en };
