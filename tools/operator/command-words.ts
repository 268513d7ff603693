import type { Language } from '../../domain/words/language.js';
import { DeploymentUnknown } from './deployment.js';

/** The options that all of an operator's commands take, as their help says them. */
export interface CommandWords {
  readonly options: string;
  readonly notFound: (what: string) => string;
}

export const COMMAND_WORDS: Readonly<Record<Language, CommandWords>> = {
  en: {
    options: `  --outputs FILE   what the deployment told: npx cdk deploy --outputs-file cdk.outputs.json (default)
  --endpoint URL   a local cloud instead, for example http://127.0.0.1:4566
  --lang LANG      zh-CN or en; default: that of the terminal
  --help           this text`,
    notFound: (what) =>
      `The deployment does not say ${what}. Deploy with npx cdk deploy --outputs-file cdk.outputs.json, or name the file with --outputs.`,
  },
  'zh-CN': {
    options: `  --outputs 文件   部署时写下的输出：npx cdk deploy --outputs-file cdk.outputs.json（默认）
  --endpoint 网址  改用本机云，例如 http://127.0.0.1:4566
  --lang 语言      zh-CN 或 en；默认按终端语言
  --help           显示本说明`,
    notFound: (what) =>
      `找不到部署信息 ${what}。请用 npx cdk deploy --outputs-file cdk.outputs.json 部署，或用 --outputs 指明文件。`,
  },
};

export const languageOf = (tag = process.env['LC_ALL'] || process.env['LANG'] || ''): Language =>
  /^zh/i.test(tag) ? 'zh-CN' : 'en';

/** Where a command says what it does. */
export interface Said {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

export const TERMINAL: Said = {
  out: (line) => console.log(line),
  err: (line) => console.error(line),
};

/** Runs a command: exit code 0 done, 1 there is something to do, or it could not be done, 2 called wrongly. */
export async function runCommand(run: (args: string[], said: Said) => Promise<number>): Promise<void> {
  // The notice that the SDK will drop this Node in 2027 is not for whoever mends a town.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  try {
    process.exitCode = await run(process.argv.slice(2), TERMINAL);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    console.error(error instanceof DeploymentUnknown ? COMMAND_WORDS[languageOf()].notFound(why) : why);
    process.exitCode = 1;
  }
}
