import { readSettings } from '../../infra/read-settings.js';
import { type Settings, settingsSchema } from '../../infra/settings.js';
import { permissionLines, statementsByRole } from './permissions.js';
import { ofType, synthesizeStacks } from './synthesized.js';

const STAGES = ['dev', 'prod', 'cn'];
const read = (stage: string): Settings => readSettings('settings', stage);
const made = new Map(STAGES.map((stage) => [stage, synthesizeStacks(read(stage))]));
const of = (stage: string) => made.get(stage) ?? synthesizeStacks(read(stage));
const textOf = (stage: string): string =>
  of(stage)
    .stacks.map(({ template }) => JSON.stringify(template))
    .join('\n');

/** The services that any policy, or permission to call a function, names beneath; one or several in a place. */
function servicesTrusted(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(servicesTrusted);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) => {
    if (key !== 'Principal') return servicesTrusted(value);
    const named = typeof value === 'object' && value !== null && 'Service' in value ? value.Service : value;
    return [named].flat().filter((name) => typeof name === 'string' && name !== '*') as string[];
  });
}

describe.each(STAGES)('the sample settings of %s', (stage) => {
  it('make stacks with room to grow', () => {
    for (const { name, template } of of(stage).stacks)
      expect([name, Object.keys(template.Resources).length <= 350]).toEqual([name, true]);
  });

  it('name nobody real', () => {
    const { account, domain, signIn, alarms } = read(stage);
    expect([undefined, '111111111111']).toContain(account);
    const names = [domain?.name, signIn?.issuer, alarms?.mail].filter((name) => name !== undefined);
    expect(names.filter((name) => !/[.@/]example\.(?:org|cn)(?:\/|$)/.test(name))).toEqual([]);
  });
});

describe('a deployment in a region of China', () => {
  const whole = of('cn').whole;

  it('has no ARN of another partition, in the definitions of its workflows neither', () => {
    expect(textOf('cn')).not.toMatch(/arn:aws:/);
    for (const { Properties } of Object.values(ofType(whole, 'AWS::StepFunctions::StateMachine')))
      expect(Properties['DefinitionSubstitutions']).toMatchObject({ Partition: 'aws-cn' });
  });

  it('names no service that is absent there', () => {
    expect(textOf('cn')).not.toMatch(
      /sms-voice|social-messaging|cognito|FunctionUrl|AWS::Lambda::Url|cloudfront|wafv2/i,
    );
  });

  it('does not switch X-Ray on, which is not verified there', () => {
    expect(textOf('cn')).not.toMatch(/xray|TracingConfig/i);
    expect(textOf('prod')).toMatch(/xray/);
  });

  it('trusts these services and no others', () => {
    const services = new Set(servicesTrusted(whole));
    expect([...services].toSorted((a, b) => a.localeCompare(b))).toEqual([
      'apigateway.amazonaws.com',
      'budgets.amazonaws.com',
      'cloudwatch.amazonaws.com',
      'lambda.amazonaws.com',
      'scheduler.amazonaws.com',
      'sns.amazonaws.com',
      'states.amazonaws.com',
    ]);
  });

  it("texts nobody by AWS: each town's carrier takes its texts over HTTP", () => {
    const mayText = (stage: string): string[] =>
      Object.entries(statementsByRole(of(stage).whole)).flatMap(([role, statements]) =>
        permissionLines(statements).some((line) => line.startsWith('sns:Publish on not ')) ? [role] : [],
      );
    expect(mayText('cn')).toEqual([]);
    expect(mayText('prod').length).toBeGreaterThan(5);
  });

  it("is reached at the town's own domain alone", () => {
    expect(Object.values(ofType(whole, 'AWS::ApiGatewayV2::Api'))).toMatchObject([
      { Properties: { DisableExecuteApiEndpoint: true } },
    ]);
    expect(Object.values(ofType(whole, 'AWS::ApiGatewayV2::DomainName'))).toMatchObject([
      { Properties: { DomainName: 'wangge.example.cn' } },
    ]);
    expect(whole.Outputs['ApiUrl']).toEqual({ Value: 'https://wangge.example.cn' });
  });
});

describe('a deployment', () => {
  it('runs on the processor that the settings name', () => {
    const { whole } = synthesizeStacks({ ...read('cn'), processor: 'x86_64' });
    const processors = Object.values(ofType(whole, 'AWS::Lambda::Function')).map(
      ({ Properties }) => Properties['Architectures'],
    );
    expect(new Set(processors.map(String))).toEqual(new Set(['x86_64']));
  });

  it('at a domain of its own is told where the domain must point to', () => {
    expect(of('prod').whole.Outputs).toHaveProperty('DomainTarget');
    expect(of('dev').whole.Outputs).not.toHaveProperty('DomainTarget');
  });

  it('links to the pages of AWS where the settings say so', () => {
    const account = (stage: string): unknown => {
      const functions = Object.entries(ofType(of(stage).whole, 'AWS::Lambda::Function'));
      const [, watching] = functions.find(([id]) => id.startsWith('WatchExecutions')) ?? [];
      return JSON.parse(JSON.stringify(watching?.Properties['Environment'] ?? {}));
    };
    expect(account('prod')).toMatchObject({ Variables: { AWS_CONSOLE_ACCOUNT: '111111111111' } });
    expect(account('dev')).toEqual({});
  });
});

describe('settings', () => {
  const [dev, prod, cn] = STAGES.map(read) as [Settings, Settings, Settings];

  it.each<[string, object, string]>([
    ['a region of China with the texts of AWS', { ...cn, carrier: 'aws' }, 'carrier'],
    ['a region of China without a domain', { ...cn, domain: undefined }, 'domain'],
    [
      'a region of China with Cognito',
      { ...cn, signIn: { issuer: 'https://cognito-idp.cn-north-1.amazonaws.com.cn/x' } },
      'signIn.issuer',
    ],
    [
      'a region of China with a budget in dollars',
      { ...cn, budget: { monthly: 1, currency: 'USD' } },
      'budget.currency',
    ],
    ['a budget that nobody is told of', { ...prod, alarms: undefined }, 'alarms.mail'],
    [
      'a night of no length',
      { ...prod, alarms: { mail: 'a@example.org', night: { from: 7, until: 7 } } },
      'alarms.night',
    ],
    ['a certificate of another partition', { ...prod, domain: cn.domain }, 'domain.certificate'],
    ['a certificate of another region', { ...cn, region: 'cn-northwest-1' }, 'domain.certificate'],
    ['a certificate of another account', { ...prod, account: '222222222222' }, 'domain.certificate'],
    ['a stage that is too long for names', { ...dev, stage: 'productionsystem' }, 'stage'],
    ['a stage that looks like another name', { ...dev, stage: 'prod-2' }, 'stage'],
    ['an issuer without TLS', { ...prod, signIn: { issuer: 'http://sign-in.example.org' } }, 'signIn.issuer'],
    ['a member that is misspelt', { ...prod, alarm: { mail: 'a@example.org' } }, ''],
  ])('are refused: %s', (_title, given, path) => {
    const issues = settingsSchema.safeParse(given).error?.issues ?? [];
    expect(issues.map((issue) => issue.path.join('.'))).toContain(path);
  });

  it('of a file that is another stage, no JSON or missing are refused by its name', () => {
    expect(() => readSettings('settings', 'nowhere')).toThrow(
      'settings/nowhere.json: does not exist: npm run setup',
    );
    expect(() => readSettings('.', 'package')).toThrow('package.json: ');
  });
});
