import type { Language } from '../../domain/words/language.js';
import { COMMAND_WORDS } from './command-words.js';

const en = {
  usage: `npm run rotate -- TOWN [options]                 has another key sign a town's links to asks and visits, and the sessions of its staff
npm run rotate -- --door --stage NAME [--yes]    has CloudFront show the API another key

Links that were texted before, and who is signed in, are let in as long as --days says. With --days 0, where a key may be known to
others, no link that was texted opens anything any more: staff answer by the code in the text, or sign in anew. Codes to sign in with
that are on their way hold no more; whoever waits for one asks again.

What the town and its carrier know each other by is made anew by npm run town -- carrier (docs/operations.md).

The door's key is in the settings of the stage, as a number, and is made by the deployment that follows. Nobody is refused meanwhile, for functions
take the key before and the one after, too; so twice, where it may be known to others.

  --door           the key by which functions know that a call came through CloudFront
  --days N         how long what the key before signed still holds (default 30)
  --yes            does it; without, it is only said what would be done
${COMMAND_WORDS.en.options}`,
  noTown: (town: string) => `There is no town ${town}.`,
  badDays: '--days takes a whole number from 0 to 366.',
  nothing: (town: string) => `${town} has signed no link yet: there is no key to rotate.`,
  kept: (town: string, days: number, until: string) =>
    `${town}: another key signs from now on; links and sessions of before hold for ${days} days, until ${until}`,
  atOnce: (town: string) =>
    `${town}: another key signs from now on; no link or session of before holds any more`,
  wouldDo: 'Nothing was done yet. Do it with --yes.',
  done: (town: string) => `Done: ${town} signs with another key.`,
  doorOfStage: '--door is of a whole stage: say --stage NAME, and no town.',
  noDoor: (stage: string) => `${stage} has no CloudFront before the API: there is no key to rotate.`,
  doorMeans: (stage: string, next: number) =>
    `${stage}: CloudFront shows its key number ${next} from the next deployment on; number ${next - 1} is still taken until there is a number ${next + 1}`,
  doorNext: (stage: string) =>
    `settings/${stage}.json says so now. Deploy: npm run deploy -- --stage ${stage}. Then commit settings/${stage}.json and push it, or a deployment from another checkout shows the key of before. Where others may know that key, do all of this once more: then it opens nothing.`,
};

export const ROTATE_WORDS: Readonly<Record<Language, typeof en>> = {
  en,
  'zh-CN': {
    usage: `npm run rotate -- 镇 [选项]                    更换一个镇的签名密钥（任务链接、走访链接和干部登录）
npm run rotate -- --door --stage 名称 [--yes]  更换 CloudFront 向 API 出示的密钥

此前发出的链接和已登录的干部，在 --days 规定的期限内仍然有效。密钥可能泄露时用 --days 0：此前的链接立即全部失效，
干部可用短信中的编码答复，或重新登录。正在途中的登录验证码会失效，重新获取即可。

镇与短信通道之间的密钥用 npm run town -- carrier 更换（见 docs/operations.md）。

CloudFront 的密钥在设置中只有序号，由随后的部署生成。更换期间前后两个密钥都有效，不会拒绝任何访问；密钥可能泄露时须连换两次。

  --door           函数据以确认访问来自 CloudFront 的密钥
  --days N         旧密钥签发的链接还有效多少天（默认 30）
  --yes            真正执行；不加则只说明将做什么
${COMMAND_WORDS['zh-CN'].options}`,
    noTown: (town) => `没有 ${town} 这个镇。`,
    badDays: '--days 应为 0 到 366 的整数。',
    nothing: (town) => `${town} 还没有签发过链接，没有密钥可换。`,
    kept: (town, days, until) => `${town}：换用新密钥；此前的链接和登录还有效 ${days} 天，到 ${until}`,
    atOnce: (town) => `${town}：换用新密钥；此前的链接和登录立即失效`,
    wouldDo: '尚未执行。加 --yes 执行。',
    done: (town) => `已完成：${town} 已换用新密钥。`,
    doorOfStage: '--door 针对整个环境：请写 --stage 名称，不写镇。',
    noDoor: (stage) => `${stage} 的 API 前没有 CloudFront，没有密钥可换。`,
    doorMeans: (stage, next) =>
      `${stage}：下次部署起 CloudFront 出示第 ${next} 个密钥；第 ${next - 1} 个在换成第 ${next + 1} 个之前仍然有效`,
    doorNext: (stage) =>
      `已写入 settings/${stage}.json。请部署：npm run deploy -- --stage ${stage}。然后提交并推送 settings/${stage}.json，否则从别处部署会换回旧密钥。旧密钥可能泄露的，把以上各步再做一遍，旧密钥即失效。`,
  },
};
