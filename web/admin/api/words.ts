import type { Language } from '../../../domain/words/language.js';
import type { Problem } from './client.js';

/** Nothing came back from the service. */
export const UNREACHED: Readonly<Record<Language, Problem>> = {
  en: {
    status: 0,
    title: 'The service cannot be reached',
    detail: 'Check the connection, then try again.',
  },
  'zh-CN': { status: 0, title: '连不上服务', detail: '请检查网络后再试。' },
};

const MAY_BE_DONE: Readonly<Record<Language, string>> = {
  en: 'Try again in a minute. If you were saving or importing, it may have been done: reload and look before you do it again.',
  'zh-CN': '请过一会儿再试。刚才若是保存或导入，可能已经生效，请先刷新查看，再决定是否重做。',
};

/** The service did what was asked, but its answer broke off on the way or cannot be read. */
export const UNREADABLE: Readonly<Record<Language, Problem>> = {
  en: { status: 0, title: 'The answer did not arrive whole', detail: MAY_BE_DONE.en },
  'zh-CN': { status: 0, title: '答复没有完整收到', detail: MAY_BE_DONE['zh-CN'] },
};

/** What stands in front of the service says in English only, and of itself, that no answer came in time. */
export const LATE: Readonly<Record<Language, { readonly title: string; readonly detail: string }>> = {
  en: { title: 'The service did not answer in time', detail: MAY_BE_DONE.en },
  'zh-CN': { title: '服务繁忙，没有及时答复', detail: MAY_BE_DONE['zh-CN'] },
};
