import type { Catalogue } from '../page/catalogue.js';

const en = {
  order: 'Supervision order',
  caseFile: 'Case file',
  print: 'Print',
  docx: 'Download as Word (.docx)',
  making: 'Making the file…',
  preparing: 'Preparing the paper…',
  audited: 'Making a paper is recorded in the audit trail.',
  month: 'Month',
  report: 'Monthly report',
};

export const PAPER: Catalogue<typeof en> = {
  'zh-CN': {
    order: '督办单',
    caseFile: '案卷',
    print: '打印',
    docx: '下载 Word 文档（.docx）',
    making: '正在生成文件……',
    preparing: '正在准备文书……',
    audited: '制作文书会记入审计。',
    month: '月份',
    report: '工作月报',
  },
  en,
};
