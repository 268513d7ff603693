import type { Language } from '../../domain/words/language.js';
import { COMMAND_WORDS, deployLine } from './command-words.js';

/** What was received in a town since a moment. */
export interface Lost {
  readonly town: string;
  readonly requests: number;
  readonly visits: number;
  readonly receptions: number;
}

const en = {
  usage: `npm run restore -- --at TIME [options]     makes a second table of what the table held at a moment

The first table stays as it is, and functions work on it until they are told otherwise: a setting of the stage, and a deployment. First it is
said what has come in since and would be missing. It takes from half an hour to hours; broken off, the same command goes on waiting.

  --at TIME        a moment of the last 35 days, up to five minutes ago, as 2026-11-30T02:10:00+08:00
  --table NAME     how the new table is called; default: that of the table in use with the next free number behind it,
                   by which the data stack takes it in; one with another name belongs to no stack
  --yes            does it; without, it is only said what would be done
${COMMAND_WORDS.en.options}

Exit code 1: nothing was done yet, or it cannot be done.`,
  badTime: (given: string) => `--at ${given}: no moment; write it as 2026-11-30T02:10:00+08:00.`,
  badTable: (table: string) => `--table ${table}: 3 to 255 letters, digits, - . _, and not the table in use.`,
  off: 'Point-in-time recovery is off: this table cannot be restored (docs/operations.md#backup-missing).',
  tooYoung: (since: string) =>
    `Point-in-time recovery has run since ${since} only: ask again some minutes after that.`,
  outside: (earliest: string, latest: string) =>
    `It can be restored to a moment from ${earliest} to ${latest}.`,
  intended: (source: string, target: string, at: string) => `${source}, as it was at ${at} -> ${target}`,
  lost: ({ town, requests, visits, receptions }: Lost) =>
    `${town}: received since and missing then: ${requests} requests, ${visits} visits, ${receptions} people received`,
  lostToo:
    'Missing too: answers, texts, photos, tasks and changes of a town’s data since then. Their senders believe that they were taken in; more comes in until the deployment.',
  wouldDo: 'Nothing was done yet. Do it with --yes.',
  begun: (target: string) => `${target} is being made. This may be broken off and called again.`,
  goesOn: (target: string) => `${target} is there already: going on with it.`,
  another: (target: string) =>
    `${target} is there already, of another moment or another table: it stays as it is, and is not taken for this one.`,
  waits: (minutes: number) => `still being made, after ${minutes} minutes`,
  done: (target: string) =>
    `${target} is there, with expiry, point-in-time recovery and deletion protection.`,
  next: (stage: string, target: string) => [
    'Functions go on with the table in use. To let them work on the new one (settings/' +
      stage +
      '.json, "table"):',
    `  npm run setup -- --yes --stage ${stage} --table ${target}`,
    `  ${deployLine(stage)} --table ${target}`,
    `  npm run doctor -- --stage ${stage}`,
    `Then commit settings/${stage}.json and push it: from another checkout, as that of deploy.yml, functions would go back to the table of before, which deploy refuses.`,
    'The deployment takes the new table into the data stack, where its name goes on counting. Then erase again what was erased since (docs/operations.md#restore).',
  ],
  nextHere: (target: string) => [
    `Functions go on with the table in use. An app that is synthesized with "table": "${target}" in its settings works on the new one.`,
  ],
};

export const RESTORE_WORDS: Readonly<Record<Language, typeof en>> = {
  en,
  'zh-CN': {
    usage: `npm run restore -- --at 时间 [选项]     把数据表某一时刻的内容恢复成一个新表

原表不变，函数继续使用原表，直到修改该环境的设置并重新部署。执行前会先说明此后收到、恢复后将缺少的内容。需要半小时到数小时；
中断后用同样的命令继续等待。

  --at 时间        最近35天内、至少五分钟前的时刻，如 2026-11-30T02:10:00+08:00
  --table 名称     新表的名称；默认在现用表名后加下一个未用的序号，部署时纳入数据堆栈；用其他名称则不属于任何堆栈
  --yes            真正执行；不加则只说明将做什么
${COMMAND_WORDS['zh-CN'].options}

退出码 1：尚未执行，或无法执行。`,
    badTime: (given) => `--at ${given}：时间无效，应写成 2026-11-30T02:10:00+08:00。`,
    badTable: (table) => `--table ${table}：应为3到255个字母、数字或 - . _，且不能是现用的表。`,
    off: '时间点恢复没有开启，此表无法恢复（见 docs/operations.md#backup-missing）。',
    tooYoung: (since) => `时间点恢复自 ${since} 才开启，请过几分钟再试。`,
    outside: (earliest, latest) => `可恢复的时刻：${earliest} 到 ${latest}。`,
    intended: (source, target, at) => `${source} 在 ${at} 的内容 -> ${target}`,
    lost: ({ town, requests, visits, receptions }) =>
      `${town}：此后收到、恢复后将缺少的：诉求 ${requests} 件，走访 ${visits} 次，接待 ${receptions} 人次`,
    lostToo:
      '此后的答复、短信、照片、任务和镇数据的修改也会缺少。发送人以为已经收到；到重新部署之前还会有新的。',
    wouldDo: '尚未执行。加 --yes 执行。',
    begun: (target) => `正在生成 ${target}。可以中断，稍后用同样的命令继续。`,
    goesOn: (target) => `${target} 已经存在，接着办。`,
    another: (target) => `${target} 已经存在，但不是这一时刻或不是这张表的内容：保持原样，不用作这次恢复。`,
    waits: (minutes) => `仍在生成，已 ${minutes} 分钟`,
    done: (target) => `${target} 已生成，已开启到期删除、时间点恢复和删除保护。`,
    next: (stage, target) => [
      `函数仍使用原表。要改用新表（settings/${stage}.json 的 "table"）：`,
      `  npm run setup -- --yes --stage ${stage} --table ${target}`,
      `  ${deployLine(stage)} --table ${target}`,
      `  npm run doctor -- --stage ${stage}`,
      `然后提交并推送 settings/${stage}.json：从别处（如 deploy.yml）用旧设置部署，函数会退回原表，deploy 将拒绝。`,
      '表名按序号延续的，部署时会把新表纳入数据堆栈。然后把此后删除过的个人信息再删除一次（见 docs/operations.md#restore）。',
    ],
    nextHere: (target) => [`函数仍使用原表。用设置 "table": "${target}" 合成的应用会使用新表。`],
  },
};
