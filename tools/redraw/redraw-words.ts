import type { Language } from '../../domain/words/language.js';
import type { Redrawn } from './redraw-sample.js';

export type RedrawWords = typeof en;

const en = {
  usage: `npm run redraw -- ADDRESS [--seed SEED] [--fingerprint FINGERPRINT] [--lang en|zh-CN]
  draws the telephone sample of a published monthly inspection again (docs/sampling.md)
  ADDRESS        of the report, for example http://127.0.0.1:8080/inspections/monthly/2026-08
  --seed, --fingerprint   from the text that was sent before the draw`,
  nothing: 'The report has no telephone sample, or it is not published yet.',
  same: ({ drawn, candidates }: Redrawn) => `The same ${drawn} of ${candidates} requests are drawn.`,
  faults: {
    'seed-changed': 'The seed is not the one that was texted.',
    'list-changed-since-the-text': 'The fingerprint is not the one that was texted.',
    'list-is-not-of-its-fingerprint': 'The list is not the one of the fingerprint.',
    'others-were-drawn': 'Others were drawn than follow from the seed and the list.',
  },
};

export const REDRAW_WORDS: Readonly<Record<Language, RedrawWords>> = {
  en,
  'zh-CN': {
    usage: `npm run redraw -- 地址 [--seed 种子] [--fingerprint 指纹] [--lang en|zh-CN]
  按已公布的种子和名单重新抽取月底督查的电话样本（docs/sampling.md）
  地址           报告的地址，例如 http://127.0.0.1:8080/inspections/monthly/2026-08
  --seed、--fingerprint   抽取前短信中的种子和指纹`,
    nothing: '该报告没有电话样本，或尚未公布。',
    same: ({ drawn, candidates }) => `重新抽取结果一致：${candidates}件中抽取${drawn}件。`,
    faults: {
      'seed-changed': '种子与抽取前短信中的不同。',
      'list-changed-since-the-text': '指纹与抽取前短信中的不同。',
      'list-is-not-of-its-fingerprint': '名单与其指纹不符。',
      'others-were-drawn': '抽取结果与种子和名单不符。',
    },
  },
};
