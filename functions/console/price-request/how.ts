import type { Billed } from '../../../domain/costs/prices.js';
import type { Bilingual } from '../../../domain/words/language.js';

/** How each line of a bill comes about. */
export const HOW: Readonly<Record<Billed, Bilingual>> = {
  transitions: {
    'zh-CN': '按执行历史计数：进入状态、重试、从断点继续',
    en: 'Counted in the history: states entered, retries, redrives',
  },
  invocations: {
    'zh-CN': '流程调用的函数按执行历史计数，另加受理一次、每条来信一次',
    en: 'Those of the workflow counted in the history; one more for its intake, and for each text received',
  },
  compute: {
    'zh-CN': '每次调用 512 MB、0.2 秒',
    en: '512 MB for a fifth of a second each',
  },
  writes: {
    'zh-CN': '按记录的写入次数和大小、询问数、短信数',
    en: 'How often its record was written and its size, its asks and its texts',
  },
  reads: {
    'zh-CN': '每次调用读取一次记录和所需数据',
    en: 'Its record and what a step needs besides, at each invocation',
  },
  'texts-out': {
    'zh-CN': '按已发短信计数；单价由本镇填写',
    en: "Counted in the texts sent; the price is the town's own",
  },
  'texts-in': {
    'zh-CN': '按已收短信计数；单价由本镇填写',
    en: "Counted in the texts received; the price is the town's own",
  },
};
