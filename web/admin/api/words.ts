import type { Language } from '../../../domain/words/language.js';
import type { Problem } from './client.js';

/** Nothing came back from the service, or nothing that can be read. */
export const UNREACHED: Readonly<Record<Language, Problem>> = {
  en: {
    status: 0,
    title: 'The service cannot be reached',
    detail: 'Check the connection, then try again.',
  },
  'zh-CN': { status: 0, title: '连不上服务', detail: '请检查网络后再试。' },
};

const en = {
  title: 'The service did not answer in time',
  detail:
    'Try again in a minute. If you were saving or importing, it may have been done: reload and look before you do it again.',
};

/** What stands in front of the service says in English only, and of itself, that no answer came in time. */
export const LATE: Readonly<Record<Language, typeof en>> = {
  en,
  'zh-CN': {
    title: '服务繁忙，没有及时答复',
    detail: '请过一会儿再试。刚才若是保存或导入，可能已经生效，请先刷新查看，再决定是否重做。',
  },
};
