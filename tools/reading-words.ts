import type { Language } from '../domain/words/language.js';

export type ReadingWords = typeof en;

const USAGE_ZH = `用法：npm run reading -- --text "短信内容" [--town 文件夹]
      npm run reading -- --measure [--town 文件夹] [--file 样例.csv] [--misread]
      npm run reading -- --learn

--text TEXT   解释一条短信：险情、分类、地点、性质，各有几分把握，凭哪些字
--measure     用留出的样例测算：分类、险情、误报、村组、无事短信
--file FILE   改用另一个样例文件测算（列与 examples.csv 相同）
--misread     把读错的逐条列出
--learn       样例镇的短信样例改动后，重新学习并随代码保存
--town DIR    镇数据文件夹，默认 towns/sanhehu
--lang 语言   输出语言：zh-CN 或 en`;

const USAGE_EN = `Usage: npm run reading -- --text "a text" [--town DIR]
       npm run reading -- --measure [--town DIR] [--file EXAMPLES.csv] [--misread]
       npm run reading -- --learn

--text TEXT   explains how a text is read: danger, category, place and kind, how sure each is, and by which words
--measure     measures with the examples that are held out: categories, dangers, false alarms, places, texts that ask for nothing
--file FILE   measures with another file of examples (columns as in examples.csv)
--misread     lists every text that was misread
--learn       learns anew what the sample towns bring with them, after their texts have changed
--town DIR    the folder of a town, towns/sanhehu unless given
--lang LANG   language of the answer: zh-CN or en`;

const en = {
  usage: USAGE_EN,
  kind: 'kind',
  danger: 'danger',
  category: 'category',
  place: 'place',
  because: (words: readonly string[]) => (words.length === 0 ? '' : `  by "${words.join('", "')}"`),
  none: 'none',
  unsure: ' (unsure)',
  possible: ' (possible: asked back)',
  between: 'to be asked: ',
  takes: (milliseconds: number) => `a reading takes ${milliseconds.toFixed(2)} ms`,
  figures: {
    category: 'category right',
    dangers: 'dangers recognised',
    dangersNoticed: 'dangers recognised or asked about',
    falseAlarms: 'false alarms',
    falseNotices: 'false alarms or asked about',
    dangerKinds: 'kind of danger right',
    villages: 'village right',
    groups: 'group right',
    placesInvented: 'place read where there is none',
    leftAlone: 'nothing-to-do left alone',
    mattersLost: 'matters taken for nothing',
    complaints: 'complaints about staff kept confidential',
    falseComplaints: 'other matters kept confidential',
  },
  measured: (texts: number) => `Measured with ${texts} examples that are held out (never learnt from):`,
  confusion: 'Categories (row: right, column: read)',
  misread: 'Misread',
  broken: (dir: string) => `the data of ${dir} are wrong; run npm run town -- check ${dir}`,
};

export const WORDS: Readonly<Record<Language, ReadingWords>> = {
  'zh-CN': {
    usage: USAGE_ZH,
    kind: '性质',
    danger: '险情',
    category: '分类',
    place: '地点',
    because: (words) => (words.length === 0 ? '' : `  凭“${words.join('”“')}”`),
    none: '无',
    unsure: '（不确定）',
    possible: '（可能，要反问）',
    between: '须反问：',
    takes: (milliseconds) => `每条用时 ${milliseconds.toFixed(2)} 毫秒`,
    figures: {
      category: '分类正确',
      dangers: '险情识别',
      dangersNoticed: '险情识别或反问',
      falseAlarms: '误报险情',
      falseNotices: '误报或反问',
      dangerKinds: '险情种类正确',
      villages: '村正确',
      groups: '组正确',
      placesInvented: '没写地点却读出地点',
      leftAlone: '无事短信未立案',
      mattersLost: '有事短信被当作无事',
      complaints: '反映工作人员的保密办理',
      falseComplaints: '其他事项被保密办理',
    },
    measured: (texts) => `用 ${texts} 条留出的样例测算（从未用来学习）：`,
    confusion: '分类混淆（行：正确，列：读成）',
    misread: '读错的短信',
    broken: (dir) => `${dir} 的数据有错，请先运行 npm run town -- check ${dir}`,
  },
  en,
};
