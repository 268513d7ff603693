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
    states: { done: 'done', ahead: 'not begun', skipped: 'not needed' },
    stuck: 'in trouble',
  },
  papers: { title: 'Papers', order: 'Supervision order', caseFile: 'Case file' },
  photos: {
    title: 'Photos',
    audited: 'Viewing a photo is recorded in the audit trail.',
    show: 'Show the photos',
    of: (at: string) => `Photo, ${at}`,
    failed: 'The photo could not be shown.',
  },
  publishing: {
    notAgreed: 'Not shown to everyone: the resident has not said that the photos may be on the daily board.',
    agreed: (at: string) => `The resident agreed on ${at} that photos may be on the daily board.`,
    agreedBy: (at: string, by: string) =>
      `The resident agreed by telephone that photos may be on the daily board (noted by ${by}, ${at}).`,
    shown: (at: string, by: string | undefined) =>
      `On the daily board since ${at}${by === undefined ? '' : `, put there by ${by}`}.`,
    open: 'Show before and after on the daily board',
    lead: 'Small copies of two photos are shown to everyone on the daily board for 90 days, with the kind of matter and the village; no name, no number, no words.',
    before: 'Before',
    noBefore: 'None',
    after: 'After',
    nobodySeen:
      'I looked at both: no face, number plate, house number or paper can be made out, and nobody can be known by them',
    agreedByTelephone: 'I asked the resident, and they agreed',
    agreedByTelephoneHint:
      'They have not said so on their page. It is noted with your name; they can take it back on their page, or by calling.',
    publish: 'Show to everyone',
    done: 'The photos are on the daily board.',
    takeOff: 'Take off the daily board',
    takeOffQuestion: 'Take the photos off the daily board?',
    takeOffHint: 'The copies are deleted. The photos of the request stay with it.',
    tookOff: 'The photos are off the daily board.',
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
      late: (by) => `逾期${by}`,
      left: (time) => `还有${time}`,
      remind: '催办',
      reassign: '改派',
    },
    steps: {
      label: '四步工作法',
      names: { intake: '登记', assignment: '派单', coordination: '办理、协办', closure: '结案' },
      states: { done: '已完成', ahead: '未开始', skipped: '不需要' },
      stuck: '有问题',
    },
    papers: { title: '文书', order: '督办单', caseFile: '案卷' },
    photos: {
      title: '照片',
      audited: '查看照片会记入审计。',
      show: '查看照片',
      of: (at) => `${at}的照片`,
      failed: '照片没有显示出来。',
    },
    publishing: {
      notAgreed: '未公开：居民还没有同意在每日公示里公开照片。',
      agreed: (at) => `居民已于${at}同意在每日公示里公开照片。`,
      agreedBy: (at, by) => `居民已电话同意在每日公示里公开照片（${by}记录，${at}）。`,
      shown: (at, by) => `${at}起在每日公示里公开${by === undefined ? '' : `，由${by}公开`}。`,
      open: '公开办理前后照片',
      lead: '把两张照片的缩小版放进每日公示，所有人可见，保留90天；只注明事项类别和村名，没有姓名、电话和内容。',
      before: '办理前',
      noBefore: '不放',
      after: '办理后',
      nobodySeen: '两张照片我都看过：看不出人脸、车牌、门牌和证件，也认不出是谁',
      agreedByTelephone: '我问过居民，居民同意',
      agreedByTelephoneHint:
        '居民没有在自己的页面上表示同意。将记在您的名下；居民可以在自己的页面上收回，也可以打电话收回。',
      publish: '公开',
      done: '照片已在每日公示里公开。',
      takeOff: '撤下公开的照片',
      takeOffQuestion: '撤下公开的照片？',
      takeOffHint: '公开的缩小版会删除，原照片仍留在这件诉求里。',
      tookOff: '公开的照片已撤下。',
    },
  },
};
