import type { Language } from '../../domain/words/language.js';

const en = {
  heading: 'My data: see, copy, correct, erase',
  lead: 'The town keeps this to deal with your request. Only those who handle it, the duty desk and staff with the right to it can see it; who did is listed on its page under “Who looked at my data”.',
  name: 'Name',
  phone: 'Phone',
  words: 'What you said',
  form: 'Application form',
  photos: 'Photos',
  photoCount: (count: number) => String(count),
  texts: 'Texts',
  textCount: (count: number) => String(count),
  back: 'Back to the request',
  kept: 'How long it is kept',
  keptFor: (days: number, texts: number) =>
    `For ${days} days after closing, texts for ${texts} days. Then it is erased by itself.`,
  until: (date: string) => `It is erased on ${date}.`,
  fileKeptFor: (days: number) =>
    ` A sealed file with your name, phone and words goes to the archives then; nobody can open it here. It is destroyed ${days} days after closing. None is made if you have it erased before, petitions and aid aside.`,
  copy: 'Copy it (saves a file)',
  correct:
    'Something is wrong? Use “Add something” on its page or text us: whoever owns the request checks and corrects it. If it is closed, call the town.',
  erase: 'Withdraw consent and erase all of it',
  question: 'Erase it? It cannot be brought back.',
  open: 'The request is still being worked on: erasing it withdraws it.',
  emergency: 'Until the danger is over the work goes on; it is erased once the emergency is closed.',
  closed: 'Its number and access code open nothing afterwards, and nobody looks in on you again.',
  file: {
    petition: 'The law has the file of a petition sealed and kept for years. Everything else is erased.',
    aid: 'The law has the file of aid that was paid sealed and kept for years. Everything else is erased.',
  },
  backups: (days: number) =>
    `Backups hold it for ${days} more days at most; nobody reads them but to restore the whole system.`,
  confirm: 'Erase it',
  soon: 'Noted. It is erased within minutes; from then on the number and the access code open nothing.',
  'when-over': 'Noted. It is erased as soon as the emergency is over and closed.',
};
/** The page on which residents see, copy and erase their data. It needs no script. */
export type MyDataWords = typeof en;

const zh: MyDataWords = {
  heading: '我的个人信息：查阅、复制、更正、删除',
  lead: '镇里为办这件事存了这些信息，只有经办人、值班室和有权限的工作人员能看，谁看过见办理页“谁看过我的信息”。',
  name: '姓名',
  phone: '手机号',
  words: '您说的话',
  form: '申请表',
  photos: '照片',
  photoCount: (count) => `${count}张`,
  texts: '短信',
  textCount: (count) => `${count}条`,
  back: '回到这件诉求',
  kept: '保存多久',
  keptFor: (days, texts) => `办结后保存${days}天，短信保存${texts}天，到期自动删除。`,
  until: (date) => `${date} 自动删除。`,
  fileKeptFor: (days) =>
    `到期删除时，含姓名、电话和原话的案卷封存归档，系统里没有人能打开，办结满${days}天销毁。在那以前您自己要求删除的不封存，信访、救助款的除外。`,
  copy: '复制一份（保存为文件）',
  correct: '有写错的：在办理页点“补充说明”，或发短信写明，由首问责任人核对更正；已办结的，请打电话给镇里。',
  erase: '撤回同意，删除这件事的全部信息',
  question: '确定删除吗？删除后不能恢复。',
  open: '这件事还没有办完，删除就是撤回，不再办理。',
  emergency: '险情没有解除以前照常处置，办结后才删除。',
  closed: '删除后，编号和密码再也打不开，也不再回访。',
  file: {
    petition: '信访案卷依照档案规定封存，期满销毁；其他的全部删除。',
    aid: '发过救助款的案卷依照会计档案规定封存，期满销毁；其他的全部删除。',
  },
  backups: (days) => `系统备份里的最多再留${days}天，除整体恢复外没有人看。`,
  confirm: '确定删除',
  soon: '已登记，几分钟内删除。编号和密码从那时起失效。',
  'when-over': '已登记。险情解除、办结后马上删除。',
};

export const MY_DATA: Readonly<Record<Language, MyDataWords>> = { 'zh-CN': zh, en };
