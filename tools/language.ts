import type { Language } from '../domain/words/language.js';

/** What `--lang` may say. */
const SAID = new Map<string, Language>([
  ['zh-cn', 'zh-CN'],
  ['zh', 'zh-CN'],
  ['en', 'en'],
]);

const REFUSED: Readonly<Record<Language, (said: string) => string>> = {
  'zh-CN': (said) => `--lang ${said}：只能是 zh-CN 或 en`,
  en: (said) => `--lang ${said}: it is zh-CN or en`,
};

/** A language that there are no words of, told as `parseArgs` tells a call that it cannot read. */
class LanguageRefused extends TypeError {
  readonly code = 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE';
}

type Environment = Readonly<Partial<Record<string, string>>>;

/** By the locale of the terminal: Chinese where it says so, else English. An empty variable says nothing. */
const languageAround = ({ LC_ALL, LC_MESSAGES, LANG }: Environment): Language =>
  /^zh/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'zh-CN' : 'en';

/** The language of a command: the one that it is told, else the terminal's. Throws where it is told another than we have. */
export function languageOf(said?: string, environment: Environment = process.env): Language {
  const around = languageAround(environment);
  if (said === undefined) return around;
  const known = SAID.get(said.toLowerCase());
  if (known === undefined) throw new LanguageRefused(REFUSED[around](said));
  return known;
}

/** The language in which a call is answered that need not be readable. */
export function languageIn(args: readonly string[], environment: Environment = process.env): Language {
  const [said = ''] = args.flatMap((arg, at) =>
    arg === '--lang' ? (args[at + 1] ?? []) : arg.startsWith('--lang=') ? arg.slice(7) : [],
  );
  return SAID.get(said.toLowerCase()) ?? languageAround(environment);
}
