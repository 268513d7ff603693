import { maskReceived, maskSent } from '../../../domain/sms/mask-text.js';
import { renderText } from '../../../domain/texts/render-text.js';
import { PLACEHOLDER_LENGTH, TEXT_KEYS, type TextKey } from '../../../domain/texts/text-keys.js';
import { sampleTown } from '../../towns/sample-town.js';

const TODAY = '2026-08-24';
const PERSONAL = ['person', 'phone', 'reason', 'code', 'place', 'list', 'page', 'link', 'given'] as const;
/** Of each placeholder something that cannot stand in a wording. */
const values = Object.fromEntries(Object.keys(PLACEHOLDER_LENGTH).map((name, i) => [name, `～${i}～`]));

const KEYS = Object.keys(TEXT_KEYS) as TextKey[];

describe.each(['sanhehu', 'elmford'])('a text of %s in the log', (folder) => {
  const town = sampleTown(folder);

  it.each(['zh-CN', 'en'] as const)('shows nothing that people said, nobody and no code (%s)', (language) => {
    for (const key of KEYS) {
      const { body } = maskSent(town, renderText(town, key, language, values));
      for (const name of PERSONAL) expect([key, body.includes(values[name] ?? '')]).toEqual([key, false]);
    }
  });

  it('shows which of the texts it is, with the numbers and dates that are the town’s own', () => {
    const filled = { request: '7Q3K-9M2X', person: '示例甲', phone: '+8619900000001', due: '8-24 17:30' };
    const masked = maskSent(town, renderText(town, 'receipt', 'zh-CN', filled));
    expect(masked.key).toBe('receipt');
    expect(masked.body).toContain('7Q3K-9M2X');
    expect(masked.body).not.toContain('示例甲');
  });

  it('in a wording that the town no longer has shows nothing', () => {
    expect(maskSent(town, '王五的电话是 13800001234')).toEqual({ body: '…' });
  });
});

it.each([
  ['1', '1'],
  ['K7Q3 1 已换灯泡', '1 …'],
  ['办结 已修好', '办结 …'],
  ['我家漏水了', '…'],
  ['代报 张三 13800001234 漏水', '…'],
])('of a text that came in, %s, only the option is shown: %s', (body, shown) => {
  expect(maskReceived(body, TODAY).body).toBe(shown);
});
