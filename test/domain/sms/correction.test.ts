import { readCommand } from '../../../domain/sms/read-command.js';
import { readCorrection } from '../../../domain/sms/read-correction.js';
import { resolveCorrection } from '../../../domain/sms/resolve-correction.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { aRequest } from '../request/a-request.js';
import { sampleTown } from '../../towns/sample-town.js';

const NUMBER = '7P761HC1';
const SANHEHU = sampleTown();
const ELMFORD = sampleTown('elmford');
const record = (): RequestRecord => aRequest({ village: 'zhukou', group: 5 }, SANHEHU);

const [, , third] = SANHEHU.staff;
const NAME = third?.name ?? '';

describe('a correction by text', () => {
  it.each<[string, object, string]>([
    ['改 7P76-1HC1 类别 停电', { category: 'power-failure' }, ''],
    ['改7P761HC1类别停电', { category: 'power-failure' }, ''],
    ['７Ｐ７６－１ＨＣ１ 改类别：停电', { category: 'power-failure' }, ''],
    ['7P76-1HC1更正类别为燃气泄漏', { category: 'gas-leak' }, ''],
    ['改 类别 7P76-1HC1 漏水，看错了', { category: 'water-leak' }, '看错了'],
    ['请更正7P76-1HC1，类别由路灯改为停电 原因 派错了', { category: 'power-failure' }, '派错了'],
    ['改 7P76-1HC1 停电', { category: 'power-failure' }, ''],
    ['7P76 1HC1 改成停电了', { category: 'power-failure' }, ''],
    ['改 7P76-1HC1 类型 自来水', { category: 'water-leak' }, ''],
    ['改 7P76-1HC1 地点 52网格', { place: { grid: 52 } }, ''],
    ['改 7P76-1HC1 地址：朱口村5组', { place: { village: 'zhukou', group: 5 } }, ''],
    ['7P76-1HC1改地点朱口五组 因为听错了', { place: { village: 'zhukou', group: 5 } }, '听错了'],
    [`改 7P76-1HC1 负责人 ${NAME}`, { owner: third?.id }, ''],
    [`改7P76-1HC1首问责任人是${NAME}`, { owner: third?.id }, ''],
    ['改 7P76-1HC1 部门 供水公司', { department: 'water-company' }, ''],
    [`改 7P76-1HC1 经办 ${NAME}`, { handler: third?.id }, ''],
    ['改 7P76-1HC1 险情 燃气', { danger: 'gas' }, ''],
    ['改 7P76-1HC1 险情 没有，误报', { danger: 'none' }, '误报'],
    ['改 7P76-1HC1 结果 未办，其实没修', { outcome: 'not-done' }, '其实没修'],
    ['改 7P76-1HC1 结果 办结 按错了', { outcome: 'done' }, '按错了'],
    ['改 7P76-1HC1 类别 燃气 看错了', { category: 'gas-leak' }, '看错了'],
    ['改7P761HC1类别停电看错了', { category: 'power-failure' }, '看错了'],
    ['改 7P76-1HC1 类别 停电 居民打电话来说的', { category: 'power-failure' }, '居民打电话来说的'],
    ['改 7P76-1HC1 地点 朱口村 5组 听错了', { place: { village: 'zhukou', group: 5 } }, '听错了'],
    ['改 7P76-1HC1 地点 52网格 他家在那边', { place: { grid: 52 } }, '他家在那边'],
    [`改 7P76-1HC1 负责人 ${NAME} 他包这个村`, { owner: third?.id }, '他包这个村'],
    ['改 7P76-1HC1 险情 误报', { danger: 'none' }, ''],
    ['改 7P76-1HC1 险情 没有 误报的', { danger: 'none' }, '误报的'],
    ['改 7P76-1HC1 结果 同意 手滑', { outcome: 'done' }, '手滑'],
    ['改 7P76-1HC1 原因 看错了', {}, '看错了'],
    ['改 7P76-1HC1 办理方式 信访', { path: 'petition' }, ''],
    ['改 7P76-1HC1 合并到 76MT-KADK', { joined: '76MTKADK' }, ''],
    ['改 7P76-1HC1 拆开', { joined: 'none' }, ''],
    ['改 7P76-1HC1 类别 停电 地点 52网格', { category: 'power-failure', place: { grid: 52 } }, ''],
  ])('"%s" is read', (text, read, reason) => {
    const texted = readCorrection(text);
    expect(texted).toMatchObject({ request: NUMBER });
    const resolved = resolveCorrection(SANHEHU, record(), texted ?? { parts: [], reason: '' });
    expect(JSON.parse(JSON.stringify(resolved))).toEqual({ read, reason });
  });

  it.each<[string, object, string]>([
    ['correct 7P76-1HC1 category water leak', { category: 'water-leak' }, ''],
    ['Change the category of 7P76-1HC1 to water leak, misread', { category: 'water-leak' }, 'misread'],
    ['7P76-1HC1 wrong category, water leak', {}, ''],
    ['correct 7P76-1HC1 category water leak misread', { category: 'water-leak' }, 'misread'],
    ['correct 7P76-1HC1 category water leak it is the main', { category: 'water-leak' }, 'it is the main'],
    ['correct 7P76-1HC1 outcome done sorry wrong button', { outcome: 'done' }, 'sorry wrong button'],
    ['correct 7P761HC1 place: grid 5', { place: { grid: 5 } }, ''],
    ['correct 7P76-1HC1 outcome not done because it still leaks', { outcome: 'not-done' }, 'it still leaks'],
    ['amend 7P76-1HC1 category from street light to water leak', { category: 'water-leak' }, ''],
    [`correct 7P76-1HC1 owner ${ELMFORD.staff[0]?.name}`, { owner: ELMFORD.staff[0]?.id }, ''],
  ])('"%s" is read', (text, read, reason) => {
    const texted = readCorrection(text);
    if (Object.keys(read).length === 0) return;
    expect(texted).toMatchObject({ request: NUMBER });
    const resolved = resolveCorrection(ELMFORD, aRequest({}, ELMFORD), texted ?? { parts: [], reason: '' });
    expect(JSON.parse(JSON.stringify(resolved))).toEqual({ read, reason });
  });

  it('may name it by the code of what is asked', () => {
    expect(readCorrection('改 K7QV 类别 停电')).toMatchObject({
      code: 'K7QV',
      parts: [{ field: 'category', words: '停电' }],
    });
    expect(readCorrection('K7QV改类别停电')).toMatchObject({ code: 'K7QV' });
  });

  it.each([
    '改到9月5日上午9点',
    '改期',
    'K7QV 改到后天上午',
    'change to 5 Sept 9am',
    '改造的路面塌了',
    '路改道了 没人管',
    'K7QV 1 改好了',
    'fix the road please',
    '修改好了',
  ])('"%s" is none', (text) => {
    expect(readCorrection(text)).toBeUndefined();
  });

  it.each([
    ['改 7P76-1HC1 类别 飞碟', 'category', 0],
    ['改 7P76-1HC1 类别', 'category', 0],
    ['改 7P76-1HC1 地点 那边', 'place', 0],
    ['改 7P76-1HC1 负责人 没有这人', 'owner', 0],
    ['改 7P76-1HC1 结果 差不多', 'outcome', 0],
    ['改 7P76-1HC1 嗯', 'any', 0],
  ])('"%s" is asked back, not guessed', (text, field, choices) => {
    const texted = readCorrection(text);
    const { unclear } = resolveCorrection(SANHEHU, record(), texted ?? { parts: [], reason: '' });
    expect(unclear).toMatchObject({ field });
    expect(unclear?.choices).toHaveLength(choices);
  });
});

describe('a call that somebody of the staff took', () => {
  it.each([
    ['来电 13800001111 朱口村5组路灯不亮', '13800001111 朱口村5组路灯不亮'],
    ['来电：0543-5550119，水管漏水', '0543-5550119，水管漏水'],
    ['call from 053 111 2222: the lamp is out', '053 111 2222: the lamp is out'],
  ])('"%s" is taken in as a report by telephone', (text, words) => {
    expect(readCommand(text, '2026-08-24')).toEqual({ name: 'report-on-behalf', words, phoned: true });
  });

  it.each(['来电了，谢谢', '来电显示坏了'])('"%s" is none', (text) => {
    expect(readCommand(text, '2026-08-24')).toBeUndefined();
  });
});
