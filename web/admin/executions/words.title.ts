import type { Catalogue } from '../page/catalogue.js';

const en = {
  nthRun: (what: string, attempt: number) => `${what}, run ${attempt}`,
  nthRound: (what: string, round: string) => `${what}, round ${round}`,
};

/** By themselves: the board names executions, and waits for nothing else of theirs. */
export const EXECUTION_TITLE: Catalogue<typeof en> = {
  'zh-CN': {
    nthRun: (what, attempt) => `${what}（第${attempt}次执行）`,
    nthRound: (what, round) => `${what}（第${round}轮）`,
  },
  en,
};
