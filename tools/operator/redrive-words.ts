import type { Language } from '../../domain/words/language.js';
import type { NotTakenUp, StoppedExecution } from './redrive.js';
import { COMMAND_WORDS } from './command-words.js';

type Left = Readonly<Record<NonNullable<StoppedExecution['left']>, string>>;

const LEFT: Left = {
  'goes on in a later one': 'left alone, it goes on in a later one',
  'cannot be redriven':
    'left alone, it cannot be redriven: retry it in the console (a coordination: retry its request)',
  'was stopped by hand': 'left alone, it was stopped by hand: --stopped lets it go on',
};

const LEFT_ZH: Left = {
  'goes on in a later one': '已由后来的执行接着办',
  'cannot be redriven': '不能从断点继续，请在管理平台重试（协办执行请重试其诉求）',
  'was stopped by hand': '是人工停止的，不动；要继续请加 --stopped',
};

const en = {
  usage: `npm run redrive -- [options]     takes up what a failure left behind, once its cause is mended

Texts that were given up go back into their queue, executions that failed or ran out of time go on from where they stopped, and
whatever waits for the duty desk's attention is tried again. Each is done once, however often it is asked for.

  --stopped        executions that were stopped by hand go on, too
  --yes            does it; without, it is only said what would be done
${COMMAND_WORDS.en.options}`,
  nothing: 'Nothing is stuck.',
  deadLetters: (count: number) => `dead letters: ${count}, back into their queue`,
  execution: ({ machine, name, error, left }: StoppedExecution) =>
    `execution ${machine}/${name} (${error}): ${left === undefined ? 'goes on from where it stopped' : LEFT[left]}`,
  attention: (town: string, subject: string) => `needs attention: ${town} ${subject}, tried again`,
  wouldDo: 'Nothing was done yet. Mend the cause, then the same with --yes.',
  failed: ({ what, why }: NotTakenUp) => `not taken up: ${what} (${why})`,
  done: (count: number, failed: number) =>
    failed === 0
      ? `Done: ${count}.`
      : `Done but for ${failed} that could not be taken up: run it again later.`,
};

export const REDRIVE_WORDS: Readonly<Record<Language, typeof en>> = {
  en,
  'zh-CN': {
    usage: `npm run redrive -- [选项]     故障排除后，把遗留下来的事接着办

死信放回队列，失败或超时的执行从断点继续，等值班室处理的事项全部重试。重复运行也只办一次。

  --stopped        人工停止的执行也接着办
  --yes            真正执行；不加则只说明将做什么
${COMMAND_WORDS['zh-CN'].options}`,
    nothing: '没有卡住的事项。',
    deadLetters: (count) => `死信 ${count} 条：放回队列`,
    execution: ({ machine, name, error, left }) =>
      `执行 ${machine}/${name}（${error}）：${left === undefined ? '从断点继续' : LEFT_ZH[left]}`,
    attention: (town, subject) => `等待处理：${town} ${subject}，重试`,
    wouldDo: '尚未执行。请先排除原因，再加 --yes 执行。',
    failed: ({ what, why }) => `未能接着办：${what === 'dead letters' ? '死信' : what}（${why}）`,
    done: (count, failed) =>
      failed === 0 ? `已办 ${count} 项。` : `有 ${failed} 项未能接着办，其余已办；请稍后再运行。`,
  },
};
