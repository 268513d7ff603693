import { parseText } from '../../../domain/sms/parse-text.js';

it.each([
  ['我的信息', { name: 'my-data' }],
  ['查询我的个人信息', { name: 'my-data' }],
  ['My data', { name: 'my-data' }],
  ['删除我的信息。', { name: 'erase-data' }],
  ['撤回同意', { name: 'erase-data' }],
  ['Withdraw consent', { name: 'erase-data' }],
  ['确定删除我的信息', { name: 'erase-data', sure: true }],
  ['确认删除', { name: 'erase-data', sure: true }],
  ['yes delete my data', { name: 'erase-data', sure: true }],
])('"%s" asks for what the town keeps of its sender, or for its erasure', (text, command) => {
  expect(parseText(text, '2026-08-24').command).toEqual(command);
});

it.each([
  '我的信息被人泄露了，谁管',
  '把我的信息删除后告诉网格长',
  'my data cable is cut',
  '删除路口的广告牌',
  '撤回',
])('"%s" does not', (text) => {
  expect(parseText(text, '2026-08-24').command?.name ?? 'none').not.toMatch(/data/);
});
