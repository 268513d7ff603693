import type { Language } from '../../domain/words/language.js';
import { COMMAND_WORDS } from './command-words.js';

const en = {
  usage: `npm run check:upgrade -- [options]     whether deploying this version takes something from what runs and is kept

Compares the templates of this version with the deployment: machines and roles that executions in flight go on under, functions and
machines that their definitions call, and the table's keys and indexes. Changes nothing. Make the templates first:
npx cdk synth -c stage=NAME.

  --templates DIR  where they are; default: dist/cdk.out, of a local cloud cdk.out
${COMMAND_WORDS.en.options}`,
  noTemplates: (folder: string) =>
    `There are no templates in ${folder}: npx cdk synth -c stage=NAME makes them.`,
  othersTemplates: (folder: string) => `The templates in ${folder} are of another stage.`,
  fine: 'Nothing in the way: executions in flight and what is kept go on.',
  refused: (count: number) =>
    `Do not deploy: ${count} ${count === 1 ? 'thing' : 'things'}. Keep what is named for another release, or change one index at a time.`,
};

export const UPGRADE_WORDS: Readonly<Record<Language, typeof en>> = {
  en,
  'zh-CN': {
    usage: `npm run check:upgrade -- [选项]     部署这个版本会不会影响正在办的事和已保存的数据

把这个版本的模板与已部署的比较：在办执行所用的状态机和角色、其定义所调用的函数和状态机、数据表的键和索引。不作任何改动。
请先生成模板：npx cdk synth -c stage=名称。

  --templates DIR  模板所在文件夹；默认 dist/cdk.out，本机则为 cdk.out
${COMMAND_WORDS['zh-CN'].options}`,
    noTemplates: (folder) => `${folder} 里没有模板，请先运行 npx cdk synth -c stage=名称。`,
    othersTemplates: (folder) => `${folder} 里是另一个环境的模板。`,
    fine: '没有影响：在办的执行和已保存的数据照常。',
    refused: (count) => `不要部署，有 ${count} 处。请把列出的内容再保留一个版本，索引每次只改一个。`,
  },
};
