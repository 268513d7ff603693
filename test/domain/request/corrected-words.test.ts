import type { Language } from '../../../domain/words/language.js';
import { correctedWords } from '../../../domain/request/corrected-words.js';
import { sampleTown } from '../../towns/sample-town.js';

type Changes = Parameters<typeof correctedWords>[0];

const danger: Changes = [{ what: 'danger', was: 'none', now: 'gas' }];
const dangers: Changes = [{ what: 'danger', was: 'gas', now: 'none' }];
const joined: Changes = [{ what: 'joined', was: '', now: '2ABCDEFG' }];

it.each<[string, Language, Changes, string]>([
  ['what it is now, where it was nothing', 'en', danger, 'danger Gas leak'],
  ['what it is now, where it was nothing', 'zh-CN', danger, '险情改为燃气泄漏'],
  ['what it is and no longer is', 'en', dangers, 'danger none, not Gas leak'],
  ['what it is and no longer is', 'zh-CN', dangers, '险情由燃气泄漏改为无'],
  ['the request that it is joined to', 'en', joined, 'joined to 2ABC-DEFG'],
  ['the request that it is joined to', 'zh-CN', joined, '合并的诉求改为2ABC-DEFG'],
])('a correction says %s, in %s', (_what, language, changes, words) => {
  expect(correctedWords(changes, { town: sampleTown('sanhehu'), programme: undefined }, language)).toBe(
    words,
  );
});
