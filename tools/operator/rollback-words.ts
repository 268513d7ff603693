import type { Language } from '../../domain/words/language.js';
import { COMMAND_WORDS } from './command-words.js';

/** A line of what goes back or forward. */
export interface StepShown {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** When what is gone to was published, in the time of the terminal. */
  readonly at: string;
}

const en = {
  usage: `npm run rollback -- [options]     goes back to what was in use before the latest deployment

Functions and state machines are reached by an alias, live, which leads to one of their versions. It is set back to the version from before
for whatever the latest deployment changed; nothing is deployed, and it takes seconds. Run again, it goes back one deployment further.

What is stored stays as it is. Executions that run go on by the definition that they began with. Routes, permissions, schedules and alarms are
those of the latest deployment; where they are what is wrong, deploy the commit from before (docs/operations.md#roll-back).

  --before TIME    what was in use just before this moment, as 2026-11-30T02:10:00+08:00; default: before the latest deployment, by when its
                   versions were published (those within an hour of one another are one deployment)
  --forward        everything to its newest version: after the mended release was deployed, for a deployment leaves alone what was set
                   back and did not change in it
  --yes            does it; without, it is only said what would be done
${COMMAND_WORDS.en.options}

Exit code 1: nothing was done yet, or something could not be done.`,
  nothing: 'There is no version from before that could be gone back to.',
  upToDate: 'Everything is at its newest version.',
  badTime: (given: string) => `--before ${given}: no moment; write it as 2026-11-30T02:10:00+08:00.`,
  since: (at: string) => `Deployed since ${at}:`,
  step: ({ name, from, to, at }: StepShown) => `${name}: version ${from} -> ${to} (of ${at})`,
  withoutBefore: (name: string) => `${name}: stays, it has no version from before`,
  running: (machine: string, count: number) =>
    `${machine}: ${count} executions go on by the newer definition; those that cannot ask for attention (npm run redrive)`,
  storedTowns: (towns: string) =>
    `Data of these towns were stored since: ${towns}. If a town then fails with StoredLater, import it again from its files, or go --forward.`,
  meaning:
    'Records that were written since stay. What is in them and was unknown before is left out of pages and texts, and kept.',
  wouldDo: 'Nothing was done yet. Do it with --yes.',
  progress: (done: number, of: number) => `${done} of ${of}`,
  failed: (name: string, why: string) => `not done: ${name} (${why})`,
  done: (count: number, failed: number) =>
    failed === 0 ? `Done: ${count}.` : `Done: ${count}; not done: ${failed}. Run it again.`,
  next: 'Next: npm run doctor -- --stage <stage>. Once the mended release is deployed: npm run rollback -- --forward --stage <stage>, or part of it stays set back.',
};

export const ROLLBACK_WORDS: Readonly<Record<Language, typeof en>> = {
  en,
  'zh-CN': {
    usage: `npm run rollback -- [选项]     退回到最近一次部署之前的版本

函数和状态机都通过别名 live 调用，别名指向其中一个版本。最近一次部署改动过的，别名退回到之前的版本；不重新部署，几秒完成。
再次运行会再往前退一次部署。

已存的数据不变。正在运行的执行仍按开始时的定义办理。路由、权限、定时任务和告警仍是最近一次部署的；问题出在这些地方时，
请重新部署之前的提交（见 docs/operations.md#roll-back）。

  --before 时间    退回到这一时刻之前使用的版本，如 2026-11-30T02:10:00+08:00；默认按版本发布时间退回到最近一次部署之前
                   （一小时内相继发布的算一次部署）
  --forward        全部换到最新版本：修复后的版本部署完要运行一次，因为部署不会动已退回、这次又没有改动的部分
  --yes            真正执行；不加则只说明将做什么
${COMMAND_WORDS['zh-CN'].options}

退出码 1：尚未执行，或有未能完成的。`,
    nothing: '没有可以退回的版本。',
    upToDate: '全部已是最新版本。',
    badTime: (given) => `--before ${given}：时间无效，应写成 2026-11-30T02:10:00+08:00。`,
    since: (at) => `${at} 以来部署的：`,
    step: ({ name, from, to, at }) => `${name}：版本 ${from} -> ${to}（发布于 ${at}）`,
    withoutBefore: (name) => `${name}：之前没有版本，保持不变`,
    running: (machine, count) =>
      `${machine}：${count} 个执行仍按新定义办理；办不下去的会提请值班室处理（npm run redrive）`,
    storedTowns: (towns) =>
      `以下镇的数据在此之后存过：${towns}。退回后如报 StoredLater，请用文件重新导入该镇，或用 --forward 换回。`,
    meaning: '此后写入的记录都保留。其中旧版本不认识的内容不在网页和短信中显示，但不会丢失。',
    wouldDo: '尚未执行。加 --yes 执行。',
    progress: (done, of) => `${done}/${of}`,
    failed: (name, why) => `未完成：${name}（${why}）`,
    done: (count, failed) =>
      failed === 0 ? `已完成 ${count} 项。` : `已完成 ${count} 项，${failed} 项未完成，请再运行一次。`,
    next: '接下来运行 npm run doctor -- --stage <stage>。修复后的版本部署完，运行 npm run rollback -- --forward --stage <stage>，否则一部分仍停在旧版本。',
  },
};
