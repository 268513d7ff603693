import type { InspectionMethodId } from '../../../domain/town/schema.js';
import type { TaskKind, TaskResult } from '../../../domain/task/task-record.js';
import type { RoundKind } from '../../../domain/rounds/round.js';
import type { TaskAnswer } from '../../../contracts/console/work.js';
import type { Catalogue } from '../page/catalogue.js';

interface Words {
  readonly rounds: {
    readonly title: string;
    readonly description: string;
    readonly kind: string;
    readonly kinds: Readonly<Record<RoundKind, string>>;
    readonly date: string;
    readonly figures: string;
    readonly state: string;
    readonly states: Readonly<Record<'under-way' | 'published' | 'closed', string>>;
    readonly none: string;
    readonly noneHint: string;
    readonly close: (reported: number, handled: number, closed: number, carried: number) => string;
    readonly cards: (yellow: number, red: number) => string;
    readonly visits: (listed: number, waiting: number) => string;
    readonly inspection: (checks: number, reported: number, failed: number, missed: number) => string;
    readonly grid: string;
    readonly nowhere: string;
    readonly reported: string;
    readonly handled: string;
    readonly closed: string;
    readonly carriedOver: string;
    readonly overdue: string;
    readonly late: string;
    readonly request: string;
    readonly card: string;
    readonly cardKinds: Readonly<Record<'yellow' | 'red', string>>;
    readonly due: string;
    readonly households: string;
    readonly waiting: string;
    readonly household: (number: number) => string;
    readonly byGrid: string;
    readonly notRanked: string;
  };
  readonly checks: {
    readonly title: string;
    readonly method: string;
    readonly methods: Readonly<Record<InspectionMethodId, string>>;
    readonly where: string;
    readonly office: string;
    readonly by: string;
    readonly result: string;
    readonly points: string;
    readonly rectification: string;
    readonly open: string;
    readonly none: string;
  };
  readonly tasks: {
    readonly title: string;
    readonly description: string;
    readonly state: string;
    readonly states: Readonly<Record<'open' | 'closed', string>>;
    readonly kind: string;
    readonly any: string;
    readonly kinds: Readonly<Record<TaskKind, string>>;
    readonly task: string;
    readonly about: string;
    readonly asked: string;
    readonly due: string;
    readonly closed: string;
    readonly result: string;
    readonly results: Readonly<Record<TaskResult, string>>;
    readonly none: string;
    readonly noneHint: string;
    readonly overview: string;
    readonly place: string;
    readonly grid: (number: number) => string;
    readonly request: string;
    readonly finding: string;
    readonly foundBy: string;
    readonly failures: string;
    readonly silences: string;
    readonly responsible: string;
    readonly note: string;
    readonly timeline: string;
    readonly entries: Readonly<Record<TaskAnswer['timeline'][number]['type'], string>>;
    readonly execution: string;
  };
}

export const WORK: Catalogue<Words> = {
  'zh-CN': {
    rounds: {
      title: '定期工作与督查',
      description: '日结、到期提醒、走访安排、每周检查和月底检查的每一次。',
      kind: '种类',
      kinds: {
        'daily-close': '日结',
        'deadline-cards': '黄牌与红牌',
        'visit-round': '走访安排',
        'weekly-inspection': '每周检查',
        'monthly-inspection': '月底检查',
      },
      date: '日期',
      figures: '情况',
      state: '状态',
      states: { 'under-way': '进行中', published: '已公布，整改中', closed: '已结束' },
      none: '还没有记录',
      noneHint: '到了规定的时间，系统会自动开始。',
      close: (reported, handled, closed, carried) =>
        `收到 ${reported}，办理 ${handled}，结案 ${closed}，结转 ${carried}`,
      cards: (yellow, red) => `黄牌 ${yellow}，红牌 ${red}`,
      visits: (listed, waiting) => `应访 ${listed} 户，排队 ${waiting} 户`,
      inspection: (checks, reported, failed, missed) =>
        `检查和电话 ${checks}，已报 ${reported}，有问题 ${failed}，未做 ${missed}`,
      grid: '网格',
      nowhere: '未分派',
      reported: '收到',
      handled: '办理',
      closed: '结案',
      carriedOver: '结转',
      overdue: '逾期',
      late: '逾期的诉求',
      request: '诉求',
      card: '牌',
      cardKinds: { yellow: '黄牌：即将到期', red: '红牌：已逾期，已开督办单' },
      due: '期限',
      households: '应访户',
      waiting: '排队户数',
      household: (number) => `${number} 号户`,
      byGrid: '各网格',
      notRanked: '按编号排列，不作排名。',
    },
    checks: {
      title: '检查与电话',
      method: '方式',
      methods: {
        field: '实地督查',
        'home-visit': '入户走访',
        telephone: '电话抽查',
        interview: '座谈访谈',
        files: '资料检查',
        'petition-reception': '信访接待检查',
      },
      where: '对象',
      office: '部门',
      by: '检查人',
      result: '结果',
      points: '不合格的要点',
      rectification: '整改',
      open: '尚未报告',
      none: '没有检查。',
    },
    tasks: {
      title: '工作任务',
      description: '回访、检查、电话、整改（含复查）、督办单和应急复盘。',
      state: '范围',
      states: { open: '进行中', closed: '已结束' },
      kind: '种类',
      any: '全部',
      kinds: {
        'follow-up': '回访',
        check: '检查',
        call: '电话',
        rectification: '整改',
        supervision: '督办单',
        review: '应急复盘',
      },
      task: '任务',
      about: '内容',
      asked: '待答复人',
      due: '期限',
      closed: '结束',
      result: '结果',
      results: {
        well: '正常',
        problem: '发现问题',
        passed: '合格',
        failed: '不合格',
        satisfied: '满意',
        unsatisfied: '不满意',
        'not-reached': '未接通',
        rectified: '已整改',
        replied: '已回复',
        reviewed: '已复盘',
        missed: '无人完成',
        referred: '转其他单位',
      },
      none: '没有这样的任务',
      noneHint: '换个种类再看看。',
      overview: '概况',
      place: '地点',
      grid: (number) => `${number} 号网格`,
      request: '诉求',
      finding: '发现的问题',
      foundBy: '检查人',
      failures: '复查未通过次数',
      silences: '逾期未答次数',
      responsible: '责任人',
      note: '说明',
      timeline: '经过',
      entries: {
        asked: '已派发',
        silent: '没有答复',
        extended: '已延期',
        rectified: '已整改，等待复查',
        'failed-again': '复查未通过',
        attention: '受阻，已请值班室处理',
        resumed: '已恢复',
        ended: '结束',
      },
      execution: '流程执行',
    },
  },
  en: {
    rounds: {
      title: 'Rounds and inspections',
      description: 'Every daily close, round of cards, week of visits, weekly and monthly inspection.',
      kind: 'Kind',
      kinds: {
        'daily-close': 'Daily close',
        'deadline-cards': 'Yellow and red cards',
        'visit-round': 'Visit round',
        'weekly-inspection': 'Weekly inspection',
        'monthly-inspection': 'Monthly inspection',
      },
      date: 'Date',
      figures: 'Results',
      state: 'State',
      states: { 'under-way': 'under way', published: 'published, being put right', closed: 'closed' },
      none: 'There is none yet',
      noneHint: 'They begin by themselves at the town’s times.',
      close: (reported, handled, closed, carried) =>
        `${reported} reported, ${handled} handled, ${closed} closed, ${carried} carried over`,
      cards: (yellow, red) => `${yellow} yellow, ${red} red`,
      visits: (listed, waiting) => `${listed} visits listed, ${waiting} households wait`,
      inspection: (checks, reported, failed, missed) =>
        `${checks} checks and calls, ${reported} reported, ${failed} with findings, ${missed} missed`,
      grid: 'Grid',
      nowhere: 'Not placed',
      reported: 'Reported',
      handled: 'Handled',
      closed: 'Closed',
      carriedOver: 'Carried over',
      overdue: 'Overdue',
      late: 'Late requests',
      request: 'Request',
      card: 'Card',
      cardKinds: { yellow: 'yellow: due soon', red: 'red: overdue, a supervision order is open' },
      due: 'Deadline',
      households: 'Households to visit',
      waiting: 'Waiting',
      household: (number) => `household ${number}`,
      byGrid: 'By grid',
      notRanked: 'In the order of their numbers; this is no ranking.',
    },
    checks: {
      title: 'Checks and calls',
      method: 'Method',
      methods: {
        field: 'Field check',
        'home-visit': 'Home visit',
        telephone: 'Telephone',
        interview: 'Interview',
        files: 'File check',
        'petition-reception': 'Petition reception',
      },
      where: 'Of',
      office: 'Office',
      by: 'By',
      result: 'Result',
      points: 'Failed points',
      rectification: 'Rectification',
      open: 'not reported yet',
      none: 'There are no checks.',
    },
    tasks: {
      title: 'Staff tasks',
      description:
        'Follow-ups, checks, calls, rectifications with their re-checks, supervision orders, emergency reviews.',
      state: 'Which',
      states: { open: 'Open', closed: 'Closed' },
      kind: 'Kind',
      any: 'All',
      kinds: {
        'follow-up': 'Follow-up',
        check: 'Check',
        call: 'Call',
        rectification: 'Rectification',
        supervision: 'Supervision order',
        review: 'Emergency review',
      },
      task: 'Task',
      about: 'About',
      asked: 'Who is asked',
      due: 'Due',
      closed: 'Closed',
      result: 'Result',
      results: {
        well: 'all is well',
        problem: 'a problem was found',
        passed: 'passed',
        failed: 'failed',
        satisfied: 'satisfied',
        unsatisfied: 'not satisfied',
        'not-reached': 'not reached',
        rectified: 'put right',
        replied: 'replied',
        reviewed: 'reviewed',
        missed: 'nobody did it',
        referred: 'referred',
      },
      none: 'There are no such tasks',
      noneHint: 'Try another kind.',
      overview: 'Overview',
      place: 'Place',
      grid: (number) => `Grid ${number}`,
      request: 'Request',
      finding: 'What was found',
      foundBy: 'Found by',
      failures: 'Failed re-checks',
      silences: 'Not answered in time',
      responsible: 'Responsible',
      note: 'In words',
      timeline: 'Timeline',
      entries: {
        asked: 'Asked',
        silent: 'No answer',
        extended: 'Extended',
        rectified: 'Put right, to be checked again',
        'failed-again': 'The re-check failed',
        attention: 'Stuck: the duty desk is asked',
        resumed: 'Taken up again',
        ended: 'Ended',
      },
      execution: 'Execution',
    },
  },
};
