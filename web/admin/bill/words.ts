import type { Catalogue } from '../page/catalogue.js';

const en = {
  title: 'What this request costs',
  description: 'By AWS’s public prices.',
  what: 'What',
  lines: {
    transitions: 'State transitions',
    invocations: 'Function calls',
    compute: 'Function time',
    writes: 'Writes',
    reads: 'Reads',
    'texts-out': 'Texts sent',
    'texts-in': 'Texts received',
  },
  count: 'Count',
  price: 'Price',
  amount: 'Amount',
  how: 'How it is counted',
  estimated: 'Estimated:',
  unpriced: 'price not known',
  total: (amount: string, dated: string) => `${amount} in all (prices of ${dated}).`,
  incomplete: 'Some executions are no longer kept: it was more.',
};

export const BILL: Catalogue<typeof en> = {
  'zh-CN': {
    title: '这件诉求的费用',
    description: '按 AWS 的公开价目计算。',
    what: '项目',
    lines: {
      transitions: '状态转换',
      invocations: '函数调用',
      compute: '函数运算',
      writes: '写入',
      reads: '读取',
      'texts-out': '发出的短信',
      'texts-in': '收到的短信',
    },
    count: '数量',
    price: '单价',
    amount: '金额',
    how: '怎样计数',
    estimated: '估算：',
    unpriced: '价格不详',
    total: (amount, dated) => `合计 ${amount}（${dated} 的价目）。`,
    incomplete: '有的执行已不再保留，实际更多。',
  },
  en,
};
