import type { CallOutcome } from '../../../domain/request/further-call.js';
import type { ReviewView } from '../../../contracts/console/calls.js';
import type { Catalogue } from '../page/catalogue.js';

type Milestone = ReviewView['milestones'][number]['milestone'];
type Asked = ReviewView['asked'][number]['outcome'];
type Ended = NonNullable<ReviewView['ended']>['how'];

interface Words {
  readonly calls: {
    readonly title: string;
    readonly hint: string;
    readonly calledUp: (at: string) => string;
    readonly unanswered: string;
    readonly say: string;
    readonly danger: string;
    readonly place: string;
    readonly words: string;
    readonly sender: string;
    readonly contact: string;
    readonly phone: string;
    readonly lastCall: string;
    readonly notCalled: string;
    readonly answered: string;
    readonly noAnswer: string;
    readonly note: string;
    readonly noteFor: (name: string) => string;
    readonly outcome: string;
    readonly outcomes: Readonly<Record<CallOutcome, string>>;
    readonly said: string;
    readonly save: string;
    readonly cancel: string;
    readonly noted: string;
  };
  readonly review: {
    readonly title: string;
    readonly hint: string;
    readonly task: string;
    readonly milestones: string;
    readonly milestone: string;
    readonly names: Readonly<Record<Milestone, string>>;
    readonly at: string;
    readonly minutes: string;
    readonly minuteCount: (minutes: number) => string;
    readonly limit: string;
    readonly verdict: string;
    readonly inTime: string;
    readonly late: string;
    readonly notReached: string;
    readonly people: string;
    readonly person: string;
    readonly what: string;
    readonly where: string;
    readonly outcome: string;
    readonly outcomes: Readonly<Record<Asked, string>>;
    readonly told: string;
    readonly toldOnly: string;
    readonly telephone: string;
    readonly nobodyAsked: string;
    readonly silent: string;
    readonly none: string;
    readonly ended: string;
    readonly hows: Readonly<Record<Ended, string>>;
    readonly running: string;
    readonly joined: string;
    readonly calledUp: string;
  };
}

export const EMERGENCY: Catalogue<Words> = {
  'zh-CN': {
    calls: {
      title: '打电话找人',
      hint: '按顺序打，打完登记；有人来，就算有人接手。',
      calledUp: (at) => `到${at}，逐级无人应答，请马上打下面的电话。`,
      unanswered: '无人应答，请打电话',
      say: '电话里这样说',
      danger: '险情',
      place: '地点',
      words: '来电人原话',
      sender: '来电人电话',
      contact: '打给谁',
      phone: '电话',
      lastCall: '最近一次',
      notCalled: '还没打',
      answered: '已打通',
      noAnswer: '没有打通',
      note: '登记通话',
      noteFor: (name) => `登记通话：${name}`,
      outcome: '结果',
      outcomes: {
        'no-answer': '没有打通，或来不了',
        'on-the-way': '来，已出发',
        'on-site': '已到现场',
        safe: '险情已排除',
        restored: '已恢复正常',
      },
      said: '对方怎么说（可不填）',
      save: '登记',
      cancel: '取消',
      noted: '已登记',
    },
    review: {
      title: '应急复盘',
      hint: '从报告时算起；下一个工作日请带班领导复盘。',
      task: '复盘任务',
      milestones: '各环节用时',
      milestone: '环节',
      names: {
        taken: '有人响应',
        'on-the-way': '出发',
        'on-site': '到达现场',
        safe: '险情排除',
        restored: '恢复正常',
      },
      at: '时间',
      minutes: '用时',
      minuteCount: (minutes) => `${minutes} 分钟`,
      limit: '时限',
      verdict: '是否按时',
      inTime: '按时',
      late: '超时',
      notReached: '未到这一步',
      people: '呼叫了谁',
      person: '人员',
      what: '请做什么',
      where: '查明地点',
      outcome: '应答',
      outcomes: {
        answered: '已应答',
        declined: '去不了',
        silent: '未应答',
        settled: '他人先办妥',
        waiting: '等候应答',
      },
      told: '已告知',
      toldOnly: '知悉',
      telephone: '电话',
      nobodyAsked: '还没有呼叫任何人。',
      silent: '始终未应答',
      none: '无',
      ended: '如何结束',
      hows: {
        'stood-down': '带班领导解除',
        safe: '现场报告险情排除',
        done: '办结',
        referred: '转其他渠道',
      },
      running: '尚未结束',
      joined: '同一事件的其他来报',
      calledUp: '逐级无人应答',
    },
  },
  en: {
    calls: {
      title: 'Call for help',
      hint: 'Call them in this order and note each call. Whoever comes counts as somebody who took it.',
      calledUp: (at) => `Nobody on the ladder answered by ${at}. Please call these numbers now.`,
      unanswered: 'Nobody answers: please call',
      say: 'Say on the telephone',
      danger: 'Danger',
      place: 'Place',
      words: "The sender's words",
      sender: "The sender's phone",
      contact: 'Whom to call',
      phone: 'Number',
      lastCall: 'Last call',
      notCalled: 'not called yet',
      answered: 'reached',
      noAnswer: 'not reached',
      note: 'Note a call',
      noteFor: (name) => `Note a call: ${name}`,
      outcome: 'What came of it',
      outcomes: {
        'no-answer': 'No answer, or they cannot come',
        'on-the-way': 'They are coming',
        'on-site': 'They are on site',
        safe: 'It is safe',
        restored: 'All is restored',
      },
      said: 'What they said (optional)',
      save: 'Note it',
      cancel: 'Cancel',
      noted: 'The call was noted',
    },
    review: {
      title: 'Emergency review',
      hint: 'Counted from the report. The duty leader is asked to look back on it on the next working day.',
      task: 'Review task',
      milestones: 'How long each step took',
      milestone: 'Step',
      names: {
        taken: 'Taken by somebody',
        'on-the-way': 'On the way',
        'on-site': 'On site',
        safe: 'Made safe',
        restored: 'Restored',
      },
      at: 'Time',
      minutes: 'After',
      minuteCount: (minutes) => `${minutes} min`,
      limit: 'Limit',
      verdict: 'In time?',
      inTime: 'in time',
      late: 'late',
      notReached: 'not reached',
      people: 'Who was called',
      person: 'Person',
      what: 'For what',
      where: 'To find the place',
      outcome: 'Answer',
      outcomes: {
        answered: 'answered',
        declined: 'could not come',
        silent: 'did not answer',
        settled: 'settled by somebody else',
        waiting: 'not answered yet',
      },
      told: 'told',
      toldOnly: 'For information',
      telephone: 'Telephone',
      nobodyAsked: 'Nobody has been called.',
      silent: 'Never answered',
      none: 'nobody',
      ended: 'How it ended',
      hows: {
        'stood-down': 'a leader stood everybody down',
        safe: 'reported safe from the site',
        done: 'done',
        referred: 'referred elsewhere',
      },
      running: 'not over yet',
      joined: 'Other reports of the same event',
      calledUp: 'Nobody on the ladder answered',
    },
  },
};
