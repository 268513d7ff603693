import type { Catalogue } from '../page/catalogue.js';

/** The words of a poster: each of its languages on one sheet, the town's own large. */
const en = {
  title: 'Posters',
  description:
    'An A4 sheet for each village: whoever scans the code has the form open with the village chosen.',
  back: 'Grids',
  village: 'Village',
  all: (count: number) => `All ${count} villages, a sheet each`,
  onlyHere:
    'The address in the code leads to this machine only. Print the posters from the deployed service.',
  code: (village: string) => `QR code: the form, ${village} chosen`,
  making: 'Making the codes…',
  call: 'Report a problem, ask for help',
  lead: 'Say it once. One person answers for it until it is done, and you are told.',
  steps: [
    'Point the camera of your phone at the code.',
    'Write what happened, where, and your phone number.',
    'Send it. You get a reference number, and a number to call.',
  ],
  text: 'No smartphone? Send a text to',
  textHint: 'Write your village and what happened. Or ask your grid team to report it for you.',
  danger: (numbers: string) => `In danger, first call ${numbers}.`,
  sample: 'Sample: the town and its numbers are invented.',
};

export const POSTERS: Catalogue<typeof en> = {
  'zh-CN': {
    title: '村级海报',
    description: '每个村一张 A4：居民扫码即可打开反映问题的页面，村已选好。',
    back: '网格',
    village: '村',
    all: (count) => `全部${count}个村，每村一张`,
    onlyHere: '二维码中的地址只在本机有效，请在正式部署的系统中打印海报。',
    code: (village) => `二维码：反映问题的页面，已选${village}`,
    making: '正在生成二维码……',
    call: '反映问题　请求帮助',
    lead: '只说一次，有专人负责到底，办好后告诉您。',
    steps: [
      '打开手机“扫一扫”，对准上面的二维码。',
      '写清什么事、在哪里，留下您的电话。',
      '点“提交”，就能看到编号和责任人的电话。',
    ],
    text: '不会扫码？把事情写成短信，发到',
    textHint: '短信里写上哪个村、什么事。也可以请网格员替您反映。',
    danger: (numbers) => `遇到危险，先打${numbers}。`,
    sample: '示例：本镇和号码均为虚构。',
  },
  en,
};
