import { OptionError, readStartOptions } from '../../tools/start-options.js';
import { startWords } from '../../tools/start-words.js';

describe('the command line of npm start', () => {
  it('keeps everything in .local and listens on the ports people know, unless told otherwise', () => {
    expect(readStartOptions([])).toEqual({
      check: false,
      watch: false,
      log: false,
      inspect: false,
      port: 8080,
      awsPort: 4566,
      data: '.local',
      towns: [],
      assembly: undefined,
      help: false,
    });
  });

  it.each([
    [['--port', '0', '--aws-port', '0'], { port: 0, awsPort: 0 }],
    [['--data', 'elsewhere'], { data: 'elsewhere' }],
    [['--memory'], { data: undefined }],
    [['--memory', '--data', 'elsewhere'], { data: undefined }],
    [['--assembly', 'other/cdk.out'], { assembly: 'other/cdk.out' }],
    [['--town', 'a', '--town', 'b'], { towns: ['a', 'b'] }],
    [['--watch', '--log', '--inspect'], { watch: true, log: true, inspect: true }],
    [['-h'], { help: true }],
  ])('%j', (args, expected) => {
    expect(readStartOptions(args)).toMatchObject(expected);
  });

  it.each([
    [['--port', 'http']],
    [['--port', '65536']],
    [['--aws-port', '-1']],
    [['--fast']],
    [['town']],
    [['--watch', '--assembly', 'other']],
  ])('%j cannot be used', (args) => {
    expect(() => readStartOptions(args)).toThrow(OptionError);
  });
});

describe('the language of npm start', () => {
  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
    [{ LANG: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'C', LC_ALL: '', LC_MESSAGES: 'zh_CN' }, 'zh-CN'],
    [{}, 'en'],
  ])('%j speaks %s', (environment, language) => {
    expect(startWords(environment).language).toBe(language);
  });
});
