import { LIVE } from '../../adapters/live-alias.js';
import { alarmsOfRelease } from '../../infra/monitoring/alarms-of-release.js';
import { LOCAL_SETTINGS, type Settings } from '../../infra/settings.js';
import { stageNames } from '../../infra/stage-names.js';
import { MACHINES } from '../workflows/machine.js';
import { FUNCTIONS, ofType, synthesize, type Template } from './synthesized.js';

const PROD: Settings = {
  ...LOCAL_SETTINGS,
  stage: 'prod',
  signIn: { issuer: 'https://sign-in.example.org/town', client: 'console', origins: [] },
};
const prod = synthesize(PROD);

const properties = (template: Template, type: string) =>
  Object.values(ofType(template, type)).map(({ Properties }) => Properties);
const ALIAS = /"Ref":"\w+Live[0-9A-F]{8}"/;
const preferences = (template: Template) =>
  properties(template, 'AWS::StepFunctions::StateMachineAlias').map(
    ({ DeploymentPreference }) => DeploymentPreference,
  );

describe('a release', () => {
  it.each([
    ['AWS::Lambda::Version', FUNCTIONS.length],
    ['AWS::StepFunctions::StateMachineVersion', MACHINES.length],
  ])('leaves the versions from before behind to be gone back to: %s', (type, count) => {
    const versions = Object.values(ofType(prod, type));
    expect(versions).toHaveLength(count);
    expect(versions).toMatchObject(
      versions.map(() => ({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' })),
    );
  });

  it.each([
    ['AWS::Lambda::Alias', FUNCTIONS.length],
    ['AWS::StepFunctions::StateMachineAlias', MACHINES.length],
  ])('is in use where the alias of that name leads: %s', (type, count) => {
    expect(properties(prod, type).map(({ Name }) => Name)).toEqual(Array.from({ length: count }, () => LIVE));
  });

  it.each([
    ['a route', 'AWS::ApiGatewayV2::Integration', 'IntegrationUri'],
    ['a queue', 'AWS::Lambda::EventSourceMapping', 'FunctionName'],
    ['a schedule', 'AWS::Scheduler::Schedule', 'Target'],
    ['who may call', 'AWS::Lambda::Permission', 'FunctionName'],
  ])('is reached by that alias alone from %s', (_title, type, member) => {
    const found = properties(prod, type);
    expect(found.length).toBeGreaterThan(0);
    for (const one of found) expect(JSON.stringify(one[member])).toMatch(ALIAS);
  });

  it('is reached by that alias from definitions, functions and nested machines alike', () => {
    const machines = properties(prod, 'AWS::StepFunctions::StateMachine');
    const substituted = machines.flatMap(({ DefinitionSubstitutions }) =>
      Object.entries(DefinitionSubstitutions as object).filter(([name]) => name !== 'Partition'),
    );
    for (const [, value] of substituted) expect(JSON.stringify(value)).toMatch(/Live[0-9A-F]{8}"/);
  });
});

describe('a new definition', () => {
  it('begins with one execution in ten, for ten minutes, and is taken back where an alarm is raised', () => {
    const watched = {
      Type: 'CANARY',
      Percentage: 10,
      Interval: 10,
      Alarms: alarmsOfRelease(stageNames('prod')),
    };
    expect(preferences(prod)).toMatchObject(MACHINES.map(() => watched));
  });

  it('is watched by alarms that there are', () => {
    const names = properties(prod, 'AWS::CloudWatch::Alarm').map(({ AlarmName }) => AlarmName);
    expect(names).toEqual(expect.arrayContaining([...alarmsOfRelease(stageNames('prod'))]));
  });

  it('is in use at once on one’s own machine', () => {
    expect(preferences(synthesize())).toMatchObject(MACHINES.map(() => ({ Type: 'ALL_AT_ONCE' })));
  });
});
