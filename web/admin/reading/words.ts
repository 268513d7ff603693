import type { TaughtItem, TriedAnswer } from '../../../contracts/console/reading.js';
import type { Catalogue } from '../page/catalogue.js';

type Measure =
  | 'category'
  | 'dangers'
  | 'dangersNoticed'
  | 'falseAlarms'
  | 'villages'
  | 'groups'
  | 'leftAlone'
  | 'mattersLost';

interface Words {
  readonly title: string;
  readonly description: string;
  readonly figures: {
    readonly title: string;
    readonly hint: (texts: number, examples: number) => string;
    readonly compared: string;
    readonly comparedHint: string;
    readonly measure: string;
    readonly measures: Readonly<Record<Measure, string>>;
    readonly chinese: string;
    readonly english: string;
    readonly together: string;
    readonly none: string;
    readonly noneHint: string;
  };
  readonly taught: {
    readonly title: string;
    readonly hint: string;
    readonly none: string;
    readonly noneHint: string;
    readonly words: string;
    readonly category: string;
    readonly danger: string;
    readonly village: string;
    readonly by: string;
    readonly request: string;
    readonly remove: string;
    readonly removeQuestion: string;
    readonly removed: string;
    readonly heldOut: string;
  };
  readonly dangers: Readonly<Record<TaughtItem['danger'], string>>;
  readonly trying: {
    readonly title: string;
    readonly hint: string;
    readonly start: string;
    readonly running: string;
    readonly runningHint: string;
    readonly done: (flips: number) => string;
    readonly flips: (shown: number, all: number) => string;
    readonly noFlips: string;
    readonly words: string;
    readonly what: string;
    readonly whats: Readonly<Record<TriedAnswer['flips'][number]['what'], string>>;
    readonly before: string;
    readonly after: string;
    readonly right: string;
    readonly levels: Readonly<Record<'danger' | 'possible' | 'none', string>>;
    readonly nowhere: string;
    readonly verdicts: Readonly<Record<'better' | 'worse' | 'stillWrong', string>>;
    readonly verdict: string;
    readonly lost: (count: number) => string;
    readonly lostHint: string;
  };
  readonly takingOver: {
    readonly verb: string;
    readonly question: string;
    readonly explained: (count: number) => string;
    readonly refused: string;
    readonly byAdministrator: string;
    readonly done: (version: number) => string;
  };
  readonly correcting: {
    readonly title: string;
    readonly hint: string;
    readonly category: string;
    readonly danger: string;
    readonly village: string;
    readonly asRead: string;
    readonly keep: string;
    readonly nothing: string;
    readonly kept: string;
    readonly keptHint: string;
  };
}

export const READING: Catalogue<Words> = {
  'zh-CN': {
    title: '识别',
    description:
      '居民短信写的是什么事、在哪个村、有没有险情，由系统识别。识别错的，值班室可以纠正；管理员采用后，类似的短信就会照此识别。',
    figures: {
      title: '识别准确率',
      hint: (texts, examples) => `按 ${texts} 条只用于检验、从未学过的短信计算；样例共 ${examples} 条。`,
      compared: '采用前后对比',
      comparedHint: '箭头前为现在，箭头后为采用之后；都按同一批从未学过的短信计算。',
      measure: '项目',
      measures: {
        category: '类别正确',
        dangers: '险情识别出来',
        dangersNoticed: '险情识别出来或追问',
        falseAlarms: '误报险情（越低越好）',
        villages: '村正确',
        groups: '组正确',
        leftAlone: '无事短信未立案',
        mattersLost: '有事短信被漏掉（越低越好）',
      },
      chinese: '中文',
      english: '英文',
      together: '合计',
      none: '还没有可检验的短信',
      noneHint: '导入的 examples.csv 中，约五分之一的样例只用于检验。',
    },
    taught: {
      title: '待采用的纠正',
      hint: '个人信息已去除。采用之前，短信仍按原来的方式识别。约五分之一只用于检验，不参与学习。',
      none: '没有待采用的纠正',
      noneHint: '在诉求页面的“识别有误？”中填写。',
      words: '短信内容',
      category: '类别',
      danger: '险情',
      village: '村',
      by: '纠正人',
      request: '诉求',
      remove: '撤销',
      removeQuestion: '撤销这条纠正？',
      removed: '已撤销。',
      heldOut: '留作检验，不参与学习',
    },
    dangers: {
      gas: '燃气泄漏',
      'carbon-monoxide': '煤气中毒',
      electricity: '触电危险',
      fire: '火情',
      flood: '水患或溺水',
      collapse: '坍塌',
      'open-hole': '井盖缺失、深坑',
      'missing-person': '人员走失',
      violence: '暴力或自伤',
      'contaminated-water': '饮水或食物中毒',
      'life-support': '维持生命的设备或药品中断',
      medical: '伤病急救',
      hazard: '其他险情',
      none: '不是险情',
    },
    trying: {
      title: '采用之后会怎样',
      hint: '用纠正过的短信重新学习一遍，再与现在比较。不会改动任何数据。',
      start: '看看会有什么变化',
      running: '正在学习和检验',
      runningHint: '大约需要 20 秒，请不要离开本页。',
      done: (flips) => `检验完毕，${flips} 处识别结果有变化。`,
      flips: (shown, all) =>
        shown < all ? `结果有变化的短信（显示 ${shown} 处，共 ${all} 处）` : `结果有变化的短信（${all} 处）`,
      noFlips: '检验用的短信，识别结果都没有变化',
      words: '短信内容',
      what: '项目',
      whats: { category: '类别', danger: '险情', village: '村' },
      before: '现在',
      after: '采用后',
      right: '应为',
      levels: { danger: '险情', possible: '疑似，追问', none: '不是险情' },
      nowhere: '未识别出',
      verdicts: { better: '变好', worse: '变差', stillWrong: '仍不对' },
      verdict: '结果',
      lost: (count) => `采用后会漏掉 ${count} 条险情`,
      lostHint: '请撤销引起问题的纠正后再试。下面这些短信现在能识别出险情，采用后就识别不出来：',
    },
    takingOver: {
      verb: '采用',
      question: '采用这些纠正？',
      explained: (count) => `${count} 条纠正将并入本镇的样例，生成镇情数据的新版本，此后的短信按新版本识别。`,
      refused: '险情识别不能变差：采用后会有险情识别不出来。',
      byAdministrator: '须由管理员采用。',
      done: (version) => `已采用，镇情数据现为第 ${version} 版。`,
    },
    correcting: {
      title: '识别有误？',
      hint: '只填识别错的项目。居民的原话去除姓名、号码、门牌后留作样例；这件诉求本身不会改动。',
      category: '应为哪个类别',
      danger: '是否险情',
      village: '说的是哪个村',
      asRead: '没有识别错',
      keep: '保存纠正',
      nothing: '请至少选一项。',
      kept: '纠正已保存，待管理员采用。',
      keptHint: '留作样例的文字如下。若仍有个人信息，请在“识别”页面撤销：',
    },
  },
  en: {
    title: 'Reading',
    description:
      'What residents write is read by the system: what it is about, which village, whether anybody is in danger. The duty desk corrects what was read wrongly; once an administrator takes that over, texts like it are read so.',
    figures: {
      title: 'How well it reads',
      hint: (texts, examples) =>
        `Measured on ${texts} texts that are kept apart and never learnt from; there are ${examples} examples in all.`,
      compared: 'Before and after',
      comparedHint:
        'Before the arrow as it is now, behind it as it would be; both on the same texts, which were never learnt from.',
      measure: 'What',
      measures: {
        category: 'Category right',
        dangers: 'Dangers recognised',
        dangersNoticed: 'Dangers recognised or asked about',
        falseAlarms: 'False alarms (lower is better)',
        villages: 'Village right',
        groups: 'Group right',
        leftAlone: 'Texts about nothing left alone',
        mattersLost: 'Matters lost (lower is better)',
      },
      chinese: 'Chinese',
      english: 'English',
      together: 'Together',
      none: 'There is nothing to measure with yet',
      noneHint: 'About a fifth of the texts in examples.csv are kept apart to measure with.',
    },
    taught: {
      title: 'Corrections not yet taken over',
      hint: 'Without anything personal. Until they are taken over, texts are read as before. About a fifth is only measured with.',
      none: 'No corrections are waiting',
      noneHint: 'Add one under “Read wrongly?” on the page of a request.',
      words: 'Words',
      category: 'Category',
      danger: 'Danger',
      village: 'Village',
      by: 'Corrected by',
      request: 'Request',
      remove: 'Take back',
      removeQuestion: 'Take this correction back?',
      removed: 'Taken back.',
      heldOut: 'Kept to measure with, not learnt from',
    },
    dangers: {
      gas: 'Gas leak',
      'carbon-monoxide': 'Stove fumes',
      electricity: 'Live wires',
      fire: 'Fire',
      flood: 'Flood or drowning',
      collapse: 'Collapse',
      'open-hole': 'Open manhole or pit',
      'missing-person': 'Missing person',
      violence: 'Violence or self-harm',
      'contaminated-water': 'Poisoned water or food',
      'life-support': 'Life support cut off',
      medical: 'Medical emergency',
      hazard: 'Another danger',
      none: 'No danger',
    },
    trying: {
      title: 'What it would do',
      hint: 'Learns anew with the corrections and compares that with how texts are read now. Nothing is changed.',
      start: 'See what would change',
      running: 'Learning and measuring',
      runningHint: 'This takes about 20 seconds. Please stay on this page.',
      done: (flips) => `Measured: ${flips} readings change.`,
      flips: (shown, all) =>
        shown < all ? `Readings that change (${shown} of ${all})` : `Readings that change (${all})`,
      noFlips: 'No text to measure with is read in another way',
      words: 'Words',
      what: 'What',
      whats: { category: 'Category', danger: 'Danger', village: 'Village' },
      before: 'Now',
      after: 'Then',
      right: 'Should be',
      levels: { danger: 'Danger', possible: 'Possible, asked about', none: 'No danger' },
      nowhere: 'Not recognised',
      verdicts: { better: 'Better', worse: 'Worse', stillWrong: 'Still wrong' },
      verdict: 'Result',
      lost: (count) => `Dangers that would be lost: ${count}`,
      lostHint:
        'Take back the correction that causes it, then try again. These texts are recognised as a danger now, and would not be any more:',
    },
    takingOver: {
      verb: 'Take over',
      question: 'Take these corrections over?',
      explained: (count) =>
        `Corrections that become examples of the town: ${count}. A new version of its data is made, and texts are read by that from then on.`,
      refused: 'Dangers must not be read worse: some would not be recognised any more.',
      byAdministrator: 'An administrator takes it over.',
      done: (version) => `Taken over: the town’s data is now version ${version}.`,
    },
    correcting: {
      title: 'Read wrongly?',
      hint: 'Fill in only what was read wrongly. The resident’s words are kept as an example without names, numbers and houses; this request itself is not changed.',
      category: 'What it is about',
      danger: 'Whether it is a danger',
      village: 'Which village it names',
      asRead: 'Was read rightly',
      keep: 'Keep the correction',
      nothing: 'Choose at least one.',
      kept: 'The correction is kept until an administrator takes it over.',
      keptHint:
        'These words are kept. Should anything personal be left in them, take it back on the page “Reading”:',
    },
  },
};
