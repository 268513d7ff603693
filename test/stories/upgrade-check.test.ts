import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { upgradeCommand } from '../../tools/operator/upgrade-command.js';
import { eachStory } from './each-story.js';
import { operate } from './operator-command.js';
import { ROOT, type TownStory } from './town-story.js';

const story = eachStory();
const MADE = join(ROOT, 'cdk.out');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'small-grid-templates-'));
  for (const name of readdirSync(MADE))
    if (name.endsWith('.json')) copyFileSync(join(MADE, name), join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true }));

type Changed = { Resources: Record<string, { Type: string; Properties: Record<string, unknown> }> };

/** Changes the template whose name begins so. */
function change(stack: string, how: (resources: Changed['Resources']) => void): void {
  const name = readdirSync(folder).find((one) => one.startsWith(stack) && one.endsWith('template.json'));
  const file = join(folder, name ?? 'none');
  const template = JSON.parse(readFileSync(file, 'utf8')) as Changed;
  how(template.Resources);
  writeFileSync(file, JSON.stringify(template));
}

const check = (town: TownStory) => operate(town, upgradeCommand, '--templates', folder, '--lang', 'en');

describe('the check of an upgrade, beside an execution in flight', () => {
  it('has nothing against what is deployed', async () => {
    const town = story();
    await town.submit();
    expect(await check(town)).toEqual({ code: 0, said: [expect.stringContaining('Nothing in the way')] });
  });

  it('refuses to take what the execution calls, a machine that it ran under, and two indexes at once', async () => {
    const town = story();
    await town.submit();
    change('SmallGridWorkflows', (resources) => {
      for (const { Type, Properties } of Object.values(resources)) {
        if (Type === 'AWS::Lambda::Function' && Properties['FunctionName'] === 'small-grid-local-record-step')
          Properties['FunctionName'] = 'small-grid-local-record-more';
        if (Properties['StateMachineName'] === 'small-grid-local-follow-up')
          Properties['StateMachineName'] = 'small-grid-local-look-in';
      }
    });
    change('SmallGridData', (resources) => {
      for (const { Type, Properties } of Object.values(resources))
        if (Type === 'AWS::DynamoDB::Table') (Properties['GlobalSecondaryIndexes'] as unknown[]).splice(0, 2);
    });
    const { code, said } = await check(town);
    expect(code).toBe(1);
    const lines = said.join('\n');
    expect(lines).toContain(
      'small-grid-local-resident-request: may no longer lambda:InvokeFunction small-grid-local-record-step',
    );
    expect(lines).toContain('small-grid-local-follow-up: is gone or renamed');
    expect(lines).toMatch(/changes the indexes by-grid, by-contact; one in each update/);
    expect(lines).toContain('Do not deploy');
  });

  it('compares with templates of the same stage only', async () => {
    change('SmallGridWorkflows', (resources) => {
      for (const { Properties } of Object.values(resources))
        if (Properties['StateMachineName'] === 'small-grid-local-resident-request')
          Properties['StateMachineName'] = 'small-grid-prod-resident-request';
    });
    expect(await check(story())).toEqual({ code: 1, said: [expect.stringContaining('another stage')] });
  });
});
