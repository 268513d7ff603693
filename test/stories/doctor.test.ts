import { doctorCommand } from '../../tools/operator/doctor-command.js';
import { numberOf } from './crowded-town.js';
import { eachStory } from './each-story.js';
import { LoopbackCarrier } from './loopback-carrier.js';
import { operate } from './operator-command.js';
import type { TownStory } from './town-story.js';
import { keepToken, withCarrier } from './with-carrier.js';

let carrier: LoopbackCarrier;

beforeAll(async () => {
  carrier = await LoopbackCarrier.open();
});
afterAll(() => carrier.close());

const story = eachStory({ change: (town) => withCarrier(town, carrier.settings) });
const doctor = (town: TownStory, ...args: string[]) => operate(town, doctorCommand, ...args);

describe('the doctor', () => {
  it('finds nothing to fix in a town that works, and names what it could not look at', async () => {
    const town = story();
    await keepToken(town, carrier.settings);
    const { code, said } = await doctor(town, '--lang', 'en');
    expect(said.filter((line) => line.startsWith('FIX'))).toEqual([]);
    expect(code).toBe(0);
    expect(said).toContain('good towns: sanhehu');
    expect(said.filter((line) => line.startsWith('?')).map((line) => line.slice(5, 10))).toEqual([
      'certi',
      'concu',
      'trans',
      'drift',
    ]);
  });

  it('says of each thing that is wrong how it is mended, in the language of who asks', async () => {
    const town = story();
    carrier.weather = () => 'hangs';
    await town.fault({ function: 'AssignRequest', error: 'Broken', times: 100 });
    await town.submit();
    await town.text(numberOf(1), '朱口村1组路灯不亮了');
    await town.advance('PT20M');
    const { code, said } = await doctor(town, '--lang', 'zh-CN');
    carrier.weather = () => 'takes';
    expect(code).toBe(1);
    expect(said).toContain('需修 sanhehu 的短信通道没有保存密钥，短信发不出去');
    expect(said.join('\n')).toMatch(/需修 \d+ 条短信等待短信通道接收/);
    expect(said.join('\n')).toMatch(
      /需修 死信 0 条，中断的执行 0 个，等待处理 [12] 件\n +排除原因后运行 npm run redrive/,
    );
  });

  it('says in both languages what it is for', async () => {
    const town = story();
    expect((await doctor(town, '--help', '--lang', 'en')).said.join()).toContain('changes nothing');
    expect((await doctor(town, '--help', '--lang', 'zh-CN')).said.join()).toContain('不作任何改动');
  });
});
