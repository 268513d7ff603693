import type { Catalogue } from '../page/catalogue.js';

const en = {
  now: {
    title: 'Who has it now',
    asked: (person: string, kind: string) => `${person} · ${kind}`,
    call: 'Call',
    resident: 'The resident',
    nobody: 'Nobody is asked at this moment.',
    waitsFor: (what: string) => `Nobody is asked at this moment. It waits for ${what}.`,
    until: (at: string) => `until ${at}`,
    late: (by: string) => `overdue by ${by}`,
    left: (time: string) => `${time} left`,
    remind: 'Remind',
    reassign: 'Reassign',
  },
  steps: {
    label: 'The four steps',
    names: {
      intake: 'Intake',
      assignment: 'Grid assignment',
      coordination: 'Work and coordination',
      closure: 'Closure',
    },
    states: {
      done: 'done',
      now: 'under way',
      stuck: 'in trouble',
      ahead: 'not begun',
      skipped: 'not needed',
    },
  },
  papers: { title: 'Papers', order: 'Supervision order', caseFile: 'Case file' },
  photos: {
    title: 'Photos',
    audited: 'Viewing a photo is recorded in the audit trail.',
    show: 'Show the photos',
    of: (at: string) => `Photo, ${at}`,
    failed: 'The photo could not be shown.',
  },
};

export const REQUEST: Catalogue<typeof en> = {
  en,
  'zh-CN': {
    now: {
      title: '现在在谁手里',
      asked: (person, kind) => `${person} · ${kind}`,
      call: '打电话',
      resident: '居民',
      nobody: '目前没有等谁答复。',
      waitsFor: (what) => `目前没有等谁答复，在等：${what}。`,
      until: (at) => `${at}前`,
      late: (by) => `逾期 ${by}`,
      left: (time) => `还有 ${time}`,
      remind: '催办',
      reassign: '改派',
    },
    steps: {
      label: '四步工作法',
      names: { intake: '登记', assignment: '派单', coordination: '办理、协办', closure: '结案' },
      states: { done: '已完成', now: '进行中', stuck: '有问题', ahead: '未开始', skipped: '不需要' },
    },
    papers: { title: '文书', order: '督办单', caseFile: '案卷' },
    photos: {
      title: '照片',
      audited: '查看照片会记入审计。',
      show: '查看照片',
      of: (at) => `${at}的照片`,
      failed: '照片没有显示出来。',
    },
  },
};
