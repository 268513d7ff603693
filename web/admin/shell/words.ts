import type { Catalogue } from '../page/catalogue.js';

/** The pages of the console. */
export type PageName =
  | 'requests'
  | 'request'
  | 'supervisionOrder'
  | 'caseFile'
  | 'executions'
  | 'execution'
  | 'waiting'
  | 'tasks'
  | 'task'
  | 'texts'
  | 'floods'
  | 'rounds'
  | 'round'
  | 'sheets'
  | 'grids'
  | 'staff'
  | 'posters'
  | 'programmes'
  | 'programme'
  | 'reading'
  | 'editor'
  | 'editing'
  | 'versions'
  | 'data'
  | 'audit'
  | 'statistics'
  | 'monthlyReport'
  | 'counted';

const en = {
  title: 'Grid console',
  sample: 'Sample data',
  sampleConsole: 'Sample console',
  language: 'Language',
  navigation: 'Navigation',
  breadcrumbs: 'Where you are',
  notices: 'Messages',
  dismiss: 'Close the message',
  signIn: 'Sign in',
  signOut: 'Sign out',
  signInHint: 'Sign in to use the console.',
  signInFailed: 'Could not sign in: ',
  signedOut: 'Your session has ended. Please sign in again.',
  starting: 'Opening the console…',
  notFound: 'There is no such page',
  notFoundHint: 'Check the address, or go on from the navigation.',
  notAllowed: 'Your role may not see this page',
  notAllowedHint: 'Ask an administrator of your town if you need it.',
  notLoadedTitle: 'The page could not be opened',
  notLoaded: {
    newVersion:
      'There is a new version of the console. Finish what you are writing, then reload the page to go on.',
    unreached: 'The service cannot be reached. Check the connection, then try again.',
  },
  reloadPage: 'Reload the page',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  reload: 'Refresh',
  loading: 'Loading…',
  chooseSome: 'Choose several',
  chooseNoMore: 'Stop choosing',
  preparing: 'Preparing the file…',
  working: 'Working…',
  more: 'Load more',
  filters: 'Filters',
  askedBefore: (count: number) => `${count} more before it`,
  alarms: {
    title: 'You are needed',
    bell: (count: number) => (count === 0 ? 'Notifications, none new' : `Notifications, ${count} new`),
    none: 'Nothing is in danger or in trouble, and nothing is asked of you.',
    why: { danger: 'In danger', stuck: 'In trouble', asked: 'Asked of you' },
    several: (first: string, count: number) => `${first}, and ${count - 1} more`,
    outside: 'Notify me outside this page',
    isOutside: 'This browser notifies you outside this page too.',
    refused:
      'This browser was told not to notify you outside this page. To allow it, press the icon beside the address, allow notifications, and reload the page.',
    unable: 'This browser cannot notify you outside this page. Keep the page in sight.',
    hint: 'A new danger sounds an alarm. Each request rings once, and again only if it becomes more serious.',
    tryIt: 'Try the sound',
    mute: 'Mute the sound',
    unmute: 'Turn the sound on',
    isMuted: 'You muted the sound on this device: a new danger is shown and does not sound.',
    silent: { muted: 'sound muted', untouched: 'no sound until you click or press a key on this page' },
    unheard:
      'The service does not answer: for now, no new danger is shown here, and none sounds. Trying again every 20 seconds.',
  },
  roles: {
    administrator: 'Administrator',
    leader: 'Leader',
    inspector: 'Inspector',
    'duty-desk': 'Duty desk',
  },
  pages: {
    requests: 'Requests',
    request: 'Request',
    supervisionOrder: 'Supervision order',
    caseFile: 'Case file',
    executions: 'Executions',
    execution: 'Execution',
    waiting: 'Where everything waits',
    tasks: 'Staff tasks',
    task: 'Task',
    floods: 'Surges',
    texts: 'SMS log',
    rounds: 'Rounds and inspections',
    round: 'Round',
    sheets: 'Call sheets and forms',
    grids: 'Grids',
    staff: 'Staff and leave',
    posters: 'Posters',
    programmes: 'Programmes',
    programme: 'Programme',
    reading: 'Reading',
    editor: 'Edit the data',
    editing: 'Edit the data',
    versions: 'Versions',
    data: 'Import and export',
    audit: 'Audit trail',
    statistics: 'Statistics',
    monthlyReport: 'Monthly report',
    counted: 'Requests behind a figure',
  },
  sections: { work: 'Daily work', town: 'Town data', oversight: 'Oversight' },
};

export const SHELL: Catalogue<typeof en> = {
  'zh-CN': {
    title: '网格管理平台',
    sample: '示例数据',
    sampleConsole: '示例管理平台',
    language: '语言',
    navigation: '导航',
    breadcrumbs: '当前位置',
    notices: '消息',
    dismiss: '关闭消息',
    signIn: '登录',
    signOut: '退出',
    signInHint: '请登录后使用管理平台。',
    signInFailed: '没有登录成功：',
    signedOut: '登录已失效，请重新登录。',
    starting: '正在打开管理平台……',
    notFound: '没有这个页面',
    notFoundHint: '请核对地址，或从左侧导航进入。',
    notAllowed: '您的角色不能查看这个页面',
    notAllowedHint: '如有需要，请联系本镇管理员。',
    notLoadedTitle: '页面没有打开',
    notLoaded: {
      newVersion: '管理平台已更新。请先完成正在填写的内容，再重新加载页面。',
      unreached: '连不上服务。请检查网络后再试。',
    },
    reloadPage: '重新加载页面',
    tryAgain: '再试一次',
    cancel: '取消',
    reload: '刷新',
    loading: '正在加载……',
    chooseSome: '多选',
    chooseNoMore: '退出多选',
    preparing: '正在准备文件……',
    working: '正在处理……',
    more: '继续加载',
    filters: '筛选条件',
    askedBefore: (count) => `之前还有${count}条`,
    alarms: {
      title: '需要您处理',
      bell: (count) => (count === 0 ? '提醒，没有新的' : `提醒，${count}条新的`),
      none: '没有险情和有问题的诉求，也没有等您答复的。',
      why: { danger: '险情', stuck: '有问题', asked: '等您答复' },
      several: (first, count) => `${first}，另有${count - 1}条`,
      outside: '不看本页时也提醒我',
      isOutside: '不看本页时，本浏览器也会提醒您。',
      refused:
        '本浏览器已禁止本页发送通知，不看本页时无法提醒您。如要允许，请点地址栏旁的图标，允许通知后重新加载页面。',
      unable: '本浏览器不能在页面之外提醒，请保持本页可见。',
      hint: '有新险情会响铃。同一件诉求只提醒一次，变得更紧急时再提醒。',
      tryIt: '试听铃声',
      mute: '静音',
      unmute: '恢复响铃',
      isMuted: '您在这台设备上已静音：有新险情只显示，不响铃。',
      silent: { muted: '已静音', untouched: '点一下页面后才会响铃' },
      unheard: '连不上服务：暂时收不到新险情，也不会响铃。每20秒自动重试。',
    },
    roles: { administrator: '管理员', leader: '领导', inspector: '督查人员', 'duty-desk': '值班室' },
    pages: {
      requests: '诉求看板',
      request: '诉求',
      supervisionOrder: '督办单',
      caseFile: '案卷',
      executions: '流程执行',
      execution: '执行',
      waiting: '各环节等待情况',
      tasks: '工作任务',
      task: '任务',
      floods: '集中来报',
      texts: '短信记录',
      rounds: '定期工作与督查',
      round: '一次工作',
      sheets: '电话抽查登记表和检查表',
      grids: '网格',
      staff: '人员与休假',
      posters: '村级海报',
      programmes: '项目',
      programme: '项目详情',
      reading: '识别',
      editor: '编辑数据',
      editing: '编辑数据',
      versions: '历史版本',
      data: '导入与导出',
      audit: '审计',
      statistics: '统计',
      monthlyReport: '工作月报',
      counted: '指标对应的诉求',
    },
    sections: { work: '日常办理', town: '镇情数据', oversight: '督查与统计' },
  },
  en,
};
