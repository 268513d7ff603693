import type { AuditRow } from '../../../contracts/console/audit.js';
import type { Catalogue } from '../page/catalogue.js';

interface Words {
  readonly title: string;
  readonly description: string;
  readonly at: string;
  readonly who: string;
  readonly action: string;
  readonly actions: Readonly<Record<AuditRow['action'], string>>;
  readonly subject: string;
  readonly detail: string;
  readonly none: string;
  readonly noneHint: string;
}

export const AUDIT: Catalogue<Words> = {
  'zh-CN': {
    title: '审计',
    description: '谁看过个人信息、谁改动过什么；只增不改，永不删除。默认显示最近一周。',
    at: '时间',
    who: '人员',
    action: '做了什么',
    actions: {
      'person.read': '查看居民信息',
      'request.read': '查看诉求中的原话',
      'task.read': '查看任务中的原话',
      'requests.exported': '导出诉求',
      'request.answered': '代为答复',
      'call.noted': '登记通话',
      'phones.read': '查看人员电话',
      'flood.read': '查看集中来报',
      'flood.held': '拦截来源',
      'flood.released': '放行来源',
      'texts.read': '查看短信原文',
      'findings.read': '查看检查记录',
      'execution.redriven': '让执行从断点继续',
      'execution.retried': '重试执行',
      'execution.stopped': '停止执行',
      'programme.changed': '改动项目',
      'staff.changed': '改动人员',
      'post.changed': '调整岗位',
      'leave.added': '登记休假',
      'leave.removed': '取消休假',
      'town.imported': '导入镇情数据',
      'town.exported': '导出镇情数据',
      'reading.taught': '纠正识别结果',
      'reading.taught-removed': '撤销识别纠正',
      'reading.taken-over': '采用识别纠正',
      'staff.signed-in': '登录网格工作页面',
    },
    subject: '对象',
    detail: '补充',
    none: '没有记录',
    noneHint: '这一周没有人查看个人信息，也没有改动。',
  },
  en: {
    title: 'Audit trail',
    description:
      'Who looked at personal data and who changed what. Entries are added, never changed, never deleted. The last week is shown.',
    at: 'Time',
    who: 'Who',
    action: 'Did what',
    actions: {
      'person.read': 'Looked at a resident',
      'request.read': 'Read what was said on a request',
      'task.read': 'Read what was said on a task',
      'requests.exported': 'Exported requests',
      'request.answered': 'Answered for somebody',
      'call.noted': 'Noted a telephone call',
      'phones.read': 'Looked at the staff’s phones',
      'flood.read': 'Read a flood',
      'flood.held': 'Held a source',
      'flood.released': 'Released a source',
      'texts.read': 'Read a text',
      'findings.read': 'Read what an inspection heard',
      'execution.redriven': 'Redrove an execution',
      'execution.retried': 'Retried an execution',
      'execution.stopped': 'Stopped an execution',
      'programme.changed': 'Changed a programme',
      'staff.changed': 'Changed the staff',
      'post.changed': 'Changed posts',
      'leave.added': 'Added leave',
      'leave.removed': 'Took leave back',
      'town.imported': 'Imported the town’s data',
      'town.exported': 'Exported the town’s data',
      'reading.taught': 'Corrected how words were read',
      'reading.taught-removed': 'Took a correction back',
      'reading.taken-over': 'Had the corrections learnt',
      'staff.signed-in': 'Signed in to the page of the staff',
    },
    subject: 'To what',
    detail: 'More',
    none: 'Nothing',
    noneHint: 'This week nobody looked at personal data, and nothing was changed.',
  },
};
