import { readConfirmation } from '../../../domain/sms/confirm-command.js';
import { parseText } from '../../../domain/sms/parse-text.js';

it.each([
  ['我的信息', { name: 'my-data' }],
  ['查询我的个人信息', { name: 'my-data' }],
  ['My data', { name: 'my-data' }],
  ['删除我的信息。', { name: 'erase-data' }],
  ['撤回同意', { name: 'erase-data' }],
  ['Withdraw consent', { name: 'erase-data' }],
  ['确定删除我的信息', { name: 'erase-data', sure: true }],
  ['“确定删除我的信息”', { name: 'erase-data', sure: true }],
  ['请把我的个人信息都删了吧，谢谢', { name: 'erase-data' }],
  ['把我的信息删除', { name: 'erase-data' }],
  ['我要删除我的信息', { name: 'erase-data' }],
  ['帮我删掉我的个人信息。', { name: 'erase-data' }],
  ['「撤回同意」', { name: 'erase-data' }],
  ['Please delete my data', { name: 'erase-data' }],
  ['I want to erase all my personal data, thanks', { name: 'erase-data' }],
  ['"yes delete my data"', { name: 'erase-data', sure: true }],
  ['请问我的信息', { name: 'my-data' }],
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
  '确认删除',
  '确定删除',
  'yes delete it',
  '把我的信息给邻居删了什么，你们查查',
])('"%s" does not', (text) => {
  expect(parseText(text, '2026-08-24').command?.name ?? 'none').not.toMatch(/data/);
});

it.each([
  ['确定', 'yes'],
  ['确认删除。', 'yes'],
  ['“确定删除”', 'yes'],
  ['Yes, delete it', 'yes'],
  ['1', undefined],
  ['确认收到', undefined],
  ['yes', undefined],
])('to the question whether all is to be erased, "%s" says %s', (text, says) => {
  expect(readConfirmation({ name: 'erase-data' }, text)?.says).toBe(says);
});
