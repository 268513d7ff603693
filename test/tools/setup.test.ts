import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../../infra/read-settings.js';
import { settingsSchema } from '../../infra/settings.js';
import { setup } from '../../tools/setup.js';
import { MEMBERS } from '../../tools/setup/draft.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'setup-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const CERTIFICATE = 'arn:aws:acm:eu-west-1:222222222222:certificate/1111';

/** Types these answers, one a question; answers what was said, and with which code it ended. */
async function play(args: readonly string[], answers: readonly string[] = [], LANG = 'en_IE.UTF-8') {
  const said: string[] = [];
  const left = [...answers];
  const code = await setup(args, {
    root,
    environment: { LANG },
    say: (line) => said.push(line),
    ask: (question) => {
      said.push(question);
      return Promise.resolve(left.shift());
    },
  });
  return { code, said: said.join('\n'), left };
}
const written = (stage: string) => readSettings(join(root, 'settings'), stage);

/** A town that has all of it, in the order of the questions. */
const TOWN = [
  'eu-west-1',
  '222222222222',
  '',
  '',
  'grid.example.org',
  CERTIFICATE,
  '',
  'https://sign-in.example.org',
  '',
  '',
  '',
  'on-call@example.org',
  '60',
  '',
  '500',
  '',
];

describe('setting up a stage', () => {
  it('asks for every value a town needs and writes what was answered', async () => {
    const { code, said, left } = await play(['--stage', 'prod'], TOWN);
    expect({ code, left }).toEqual({ code: 0, left: [] });
    expect(written('prod')).toEqual({
      stage: 'prod',
      region: 'eu-west-1',
      account: '222222222222',
      processor: 'arm64',
      domain: { name: 'grid.example.org', certificate: CERTIFICATE },
      signIn: { issuer: 'https://sign-in.example.org', client: 'small-grid-console', origins: [] },
      carrier: 'aws',
      awsConsoleLinks: true,
      alarms: { mail: 'on-call@example.org' },
      budget: { monthly: 60, currency: 'USD' },
      textSpendLimit: 500,
    });
    expect(said).toContain('settings/prod.json is written.');
    expect(readdirSync(join(root, 'settings'))).toEqual(['prod.json']);
  });

  it('says what takes a network and was not checked, and what is left to do by hand', async () => {
    const { said } = await play(['--stage', 'prod'], TOWN);
    expect(said).toMatch(
      /Not checked, for it takes a network: the credentials, whether the certificate is issued/,
    );
    expect(said).toMatch(/SMS sandbox[\s\S]*a number that can receive[\s\S]*Register sender and templates/);
    expect(said).toMatch(
      /npx cdk bootstrap aws:\/\/222222222222\/eu-west-1 -c stage=prod\n\d+\. npm run deploy -- --stage prod[\s\S]*CNAME to the output DomainTarget/,
    );
    expect(said).toContain('https://grid.example.org/console/signed-in');
    expect(said).not.toContain('ICP');
  });

  it('asks again for what will not do, saying what would', async () => {
    const { code, said } = await play(
      ['--stage', 'prod'],
      [
        'Ireland',
        ...TOWN.slice(0, 1),
        '12',
        ...TOWN.slice(1, 5),
        CERTIFICATE.replace('eu-west-1', 'us-east-1'),
        ...TOWN.slice(5),
      ],
    );
    expect(code).toBe(0);
    expect(said).toContain('region: "Ireland" will not do: a region, as eu-west-1 or cn-north-1.');
    expect(said).toContain('account: "12" will not do: twelve digits.');
    expect(said).toContain('in eu-west-1 and of the account 222222222222: arn:aws:acm:eu-west-1:...');
    expect(written('prod').domain?.certificate).toBe(CERTIFICATE);
  });

  it('asks nothing of a console where nobody signs in, and says that there is none', async () => {
    const { code, said, left } = await play(
      ['--stage', 'dev'],
      ['us-east-1', '', '', '', '', '', '', '', '', ''],
    );
    expect({ code, left }).toEqual({ code: 0, left: [] });
    expect(written('dev')).toEqual({
      stage: 'dev',
      region: 'us-east-1',
      processor: 'arm64',
      carrier: 'aws',
      awsConsoleLinks: false,
    });
    expect(said).toContain('There is no console.');
    expect(said).toContain('Nobody is told of alarms');
  });

  it('with CloudFront in another region wants the certificate in us-east-1, and says how the firewall is made', async () => {
    const certificate = CERTIFICATE.replace('eu-west-1', 'us-east-1');
    const answers = [
      ...TOWN.slice(0, 3),
      'perhaps',
      'yes',
      '',
      'grid.example.org',
      CERTIFICATE,
      certificate,
      ...TOWN.slice(6),
    ];
    const { code, said, left } = await play(['--stage', 'prod'], answers);
    expect({ code, left }).toEqual({ code: 0, left: [] });
    expect(said).toContain('edge: "perhaps" will not do: yes or no.');
    expect(said).toContain('the ARN of a certificate of ACM in us-east-1');
    expect(said).toContain('for the firewall: npx cdk bootstrap aws://<account>/us-east-1 -c stage=prod');
    expect(written('prod')).toMatchObject({ edge: {}, domain: { certificate } });

    const webAcl = 'arn:aws:wafv2:us-east-1:222222222222:global/webacl/small-grid-prod-door/1111';
    const again = await play(['--yes', '--stage', 'prod', '--web-acl', webAcl]);
    expect(again.code).toBe(0);
    expect(again.said).not.toContain('SmallGridFirewall');
    expect(written('prod').edge).toEqual({ webAcl });
  });

  it('in China takes no carrier of AWS, no Cognito, and needs a domain; the words are Chinese where the terminal is', async () => {
    const certificate = 'arn:aws-cn:acm:cn-north-1:222222222222:certificate/1111';
    const { code, said } = await play(
      ['--stage', 'cn'],
      [
        'cn-north-1',
        '',
        'x86_64',
        '',
        'wangge.example.cn',
        certificate,
        'aws',
        'http',
        'https://cognito-idp.cn-north-1.amazonaws.com.cn/x',
        '-',
        '',
        '',
        '',
      ],
      'zh_CN.UTF-8',
    );
    expect(code).toBe(0);
    expect(said).toContain('domain.name: 此项必填：须填写域名：cn-north-1 的网站须使用已备案的域名。');
    expect(said).toContain('carrier: “aws”不符合要求：须为 http：AWS 在 cn-north-1 不提供短信。');
    expect(said).toContain('不能用 Cognito（中国区域没有）');
    expect(said).toContain('为 wangge.example.cn 办理 ICP 备案');
    expect(written('cn')).toMatchObject({ region: 'cn-north-1', processor: 'x86_64', carrier: 'http' });
  });

  it('offers what stood in the file, and keeps it where Enter is pressed', async () => {
    await play(['--stage', 'prod'], TOWN);
    const before = readFileSync(join(root, 'settings/prod.json'), 'utf8');
    const { code, said } = await play(
      ['--stage', 'prod'],
      TOWN.map(() => ''),
    );
    expect(code).toBe(0);
    expect(said).toContain('[grid.example.org]');
    expect(said).toContain('settings/prod.json is as it was.');
    expect(readFileSync(join(root, 'settings/prod.json'), 'utf8')).toBe(before);
  });

  it('offers nothing of the samples', async () => {
    cpSync('settings', join(root, 'settings'), { recursive: true });
    const { said } = await play(['--stage', 'prod'], TOWN);
    expect(said).toContain('sample data');
    expect(said).not.toContain('111111111111');
    expect(written('prod').sample).toBeUndefined();
  });

  it('writes nothing where nobody answers to the end', async () => {
    const { code, said } = await play(['--stage', 'prod'], TOWN.slice(0, 5));
    expect({ code, isWritten: existsSync(join(root, 'settings')) }).toEqual({ code: 1, isWritten: false });
    expect(said).toContain('Nothing was written.');
  });
});

describe('without questions', () => {
  const said = ['--region', 'eu-west-1', '--alarm-mail', 'on-call@example.org', '--budget', '60'];

  it('options and what is usual are written', async () => {
    expect((await play(['--yes', '--stage', 'trial', ...said])).code).toBe(0);
    expect(written('trial')).toMatchObject({ carrier: 'aws', budget: { monthly: 60, currency: 'USD' } });
  });

  it('one option changes that, and keeps the rest of the file', async () => {
    await play(['--yes', '--stage', 'trial', ...said]);
    await play(['--yes', '--stage', 'trial', '--table', 'restored', '--budget', '']);
    expect(written('trial')).toMatchObject({ table: 'restored', alarms: { mail: 'on-call@example.org' } });
    expect(written('trial').budget).toBeUndefined();
  });

  it.each([
    ['a region is missing', ['--stage', 'trial'], 'region: Needed: a region'],
    [
      'a domain is missing in China',
      ['--stage', 'trial', '--region', 'cn-northwest-1'],
      'domain.name: Needed',
    ],
    [
      'a mail address is none',
      ['--stage', 'trial', ...said, '--alarm-mail', 'somebody'],
      'alarms.mail: "somebody" will not do',
    ],
    ['the stage is that of this machine', ['--stage', 'local', ...said], 'at most 12 small letters'],
    ['the stage is missing', said, 'at most 12 small letters'],
  ])('nothing is written where %s', async (_title, args, expected) => {
    const { code, said: text } = await play(['--yes', ...args]);
    expect({ code, isWritten: existsSync(join(root, 'settings')) }).toEqual({ code: 1, isWritten: false });
    expect(text).toContain(expected);
  });
});

describe('the command line', () => {
  it.each(['en', 'zh'])('explains every option in %s', async (lang) => {
    const { code, said } = await play(['--help', '--lang', lang]);
    expect(code).toBe(0);
    for (const option of [
      'region',
      'account',
      'domain',
      'certificate',
      'issuer',
      'carrier',
      'alarm-mail',
      'budget',
      'currency',
      'text-limit',
      'table',
      'yes',
      'check',
    ])
      expect(said).toContain(`--${option}`);
  });

  it('that is misspelt ends with code 2', async () => {
    expect(await play(['--regoin', 'eu-west-1'])).toMatchObject({ code: 2 });
  });

  it('does not take a sample for settings', async () => {
    cpSync('settings', join(root, 'settings'), { recursive: true });
    const { code, said } = await play(['--check', '--stage', 'cn']);
    expect({ code, said }).toEqual({
      code: 1,
      said: expect.stringContaining('settings/cn.json is a sample'),
    });
  });

  it('checks a file without changing it', async () => {
    cpSync('settings', join(root, 'settings'), { recursive: true });
    const before = readFileSync(join(root, 'settings/dev.json'), 'utf8');
    const { code, said } = await play(['--check', '--stage', 'dev']);
    expect(code).toBe(0);
    expect(said).toContain('settings/dev.json is correct.');
    expect(readFileSync(join(root, 'settings/dev.json'), 'utf8')).toBe(before);
    await expect(play(['--check', '--stage', 'nowhere'])).rejects.toThrow('nowhere.json: does not exist');
  });
});

describe('a settings file', () => {
  const store = (text: string) => {
    mkdirSync(join(root, 'settings'));
    writeFileSync(join(root, 'settings/prod.json'), text);
  };

  it('has no member that setting up does not know', () => {
    const known = new Set(MEMBERS.map((member) => member.split('.')[0]));
    const others = Object.keys(settingsSchema.shape).filter((key) => !known.has(key));
    expect(others.toSorted()).toEqual(['sample', 'stage']);
  });

  it('keeps the text spend limit where something else is changed', async () => {
    await play(['--stage', 'prod'], TOWN);
    await play(['--yes', '--stage', 'prod', '--table', 'restored']);
    expect(written('prod')).toMatchObject({ textSpendLimit: 500, table: 'restored' });
  });

  it('says that the data stack lets go of its own table only where another is in use', async () => {
    await play(['--stage', 'prod'], TOWN);
    await play(['--yes', '--stage', 'prod', '--own-table', 'no']);
    expect(written('prod')).not.toHaveProperty('ownTable');
    await play(['--yes', '--stage', 'prod', '--table', 'restored', '--own-table', 'no']);
    await play(['--yes', '--stage', 'prod', '--budget', '80']);
    expect(written('prod')).toMatchObject({ table: 'restored', ownTable: false });
    expect((await play(['--yes', '--stage', 'prod', '--own-table', 'perhaps'])).said).toContain('yes or no');
    await play(['--yes', '--stage', 'prod', '--own-table', 'yes']);
    expect(written('prod')).not.toHaveProperty('ownTable');
  });

  it('that is wrong in one member is mended by that one, and kept aside', async () => {
    await play(['--stage', 'prod'], TOWN);
    const broken = readFileSync(join(root, 'settings/prod.json'), 'utf8').replace('on-call@', 'on-call');
    rmSync(join(root, 'settings'), { recursive: true });
    store(broken);
    const { code, said } = await play(['--yes', '--stage', 'prod', '--alarm-mail', 'desk@example.org']);
    expect(code).toBe(0);
    expect(said).toContain('The file cannot be used as it is');
    expect(written('prod')).toMatchObject({
      alarms: { mail: 'desk@example.org' },
      domain: { name: 'grid.example.org' },
      textSpendLimit: 500,
    });
    expect(readFileSync(join(root, 'settings/prod.json.before'), 'utf8')).toBe(broken);
  });

  it('that is no JSON does not keep anybody from writing another', async () => {
    store('{ "stage": "prod", ');
    const { code, said } = await play(['--stage', 'prod'], TOWN);
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('is no JSON') });
    expect(written('prod').region).toBe('eu-west-1');
  });
});
