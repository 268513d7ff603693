import type { Language } from '../../domain/words/language.js';

/** The words of `npm run month`. */
export type MonthWords = typeof en;

const en = {
  language: 'en' as Language,
  help: `npm run month -- [options]     lives a whole month of the sample town on skipped time

  --from DATE       the first day (default 2026-08-01)
  --days N          how many days (default 31)
  --requests N      how many requests come in (default 900)
  --seed N          what happens by chance; the same seed is the same month (default 1)
  --lang zh-CN|en   the language of this output

Everybody in it is invented. Ends with the figures of GET /statistics and the rules that were broken; exit code 0 only
when none was.`,
  badOption: (what: string) => `Cannot be used: ${what}. npm run month -- --help lists the options.`,
  living: (requests: number, from: string, days: number, seed: number) =>
    `Sanhehu Town (sample data): ${requests} requests in ${days} days from ${from}, seed ${seed}`,
  day: (date: string, brought: number, texts: number) => `${date}  ${brought} brought in, ${texts} texts`,
  figures: 'Figures of the month',
  people: ({ prompt = 0, late = 0, never = 0, 'wrong-first': wrong = 0 }: Readonly<Record<string, number>>) =>
    `Asked ${prompt + late + never + wrong} times: ${prompt} answered in good time, ${late} late, ${wrong} wrongly at first, ${never} never`,
  kept: (rules: number) => `All ${rules} rules were kept.`,
  broken: 'Broken rules:',
  more: (count: number) => `... and ${count} more`,
  took: (seconds: string, processor: string) => `lived in ${seconds} s, ${processor} s of the processor`,
};

export const MONTH_WORDS: Readonly<Record<Language, MonthWords>> = {
  en,
  'zh-CN': {
    language: 'zh-CN',
    help: `npm run month -- [选项]     在跳过的时间里模拟示例镇的一整月

  --from 日期       第一天（默认 2026-08-01）
  --days N          天数（默认 31）
  --requests N      诉求件数（默认 900）
  --seed N          随机种子；种子相同，结果相同（默认 1）
  --lang zh-CN|en   输出语言

人物均为虚构。最后列出 GET /statistics 的各项数字和被违反的规则；没有违反时退出码为 0。`,
    badOption: (what) => `无法使用：${what}。npm run month -- --help 列出所有选项。`,
    living: (requests, from, days, seed) =>
      `三河湖镇（示例数据）：自${from}起${days}天，${requests}件诉求，种子${seed}`,
    day: (date, brought, texts) => `${date}  已来${brought}件，短信${texts}条`,
    figures: '本月数字',
    people: ({ prompt = 0, late = 0, never = 0, 'wrong-first': wrong = 0 }) =>
      `共询问${prompt + late + never + wrong}次：按时答复${prompt}，迟答${late}，先答错${wrong}，未答${never}`,
    kept: (rules) => `全部${rules}条规则均未违反。`,
    broken: '被违反的规则：',
    more: (count) => `……另有${count}项`,
    took: (seconds, processor) => `用时${seconds}秒，其中处理器${processor}秒`,
  },
};
