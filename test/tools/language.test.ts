import { languageIn, languageOf } from '../../tools/language.js';
import { readReplayCall } from '../../tools/replay/replay-options.js';
import { setup } from '../../tools/setup.js';

const CHINESE = { LANG: 'zh_CN.UTF-8' };

describe('the language of a command', () => {
  it.each([
    ['zh-CN', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['EN', 'en'],
  ])('is the one that --lang says: %s', (said, language) => {
    expect([languageOf(said, { LANG: 'C' }), languageIn(['--lang', said], {})]).toEqual([language, language]);
  });

  it.each(['fr', '', 'english', 'zh-TW'])('is never another than there are words of: --lang %j', (said) => {
    expect(() => languageOf(said, CHINESE)).toThrow(`--lang ${said}：只能是 zh-CN 或 en`);
    expect(() => languageOf(said, {})).toThrow(`--lang ${said}: it is zh-CN or en`);
    expect(languageIn([`--lang=${said}`], CHINESE)).toBe('zh-CN');
  });

  it('that is none ends a command as other wrong options do', async () => {
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    const ask = () => Promise.resolve(undefined);
    expect(await setup(['--lang', 'fr'], { root: '/nowhere', environment: {}, say, ask })).toBe(2);
    expect(said.join()).toContain('zh-CN or en');
    expect(readReplayCall(['--lang', 'fr', '--month', '1'])).toMatchObject({ kind: 'wrong' });
  });
});
