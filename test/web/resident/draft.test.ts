import { createDraftKeep } from '../../../web/resident/draft-keep.js';
import { EMPTY_DRAFT, requestBody } from '../../../contracts/resident/draft.js';
import { memoryKeep } from '../memory-keep.js';

const DAY = 24 * 60 * 60 * 1000;
// Invented names and numbers.
const DRAFT = {
  ...EMPTY_DRAFT,
  name: ' 示例甲 ',
  phone: '１９９-0000 9001',
  village: 'zhukou',
  group: '3',
  description: ' 路灯不亮 ',
};

describe('the body of a request', () => {
  it('has nothing empty in it, and the phone without spaces and hyphens', () => {
    expect(JSON.parse(JSON.stringify(requestBody(DRAFT, true, 'en')))).toEqual({
      name: '示例甲',
      phone: '19900009001',
      village: 'zhukou',
      group: 3,
      description: '路灯不亮',
      language: 'en',
      consent: true,
    });
  });

  it('names the other person only when it is for someone else', () => {
    const withOther = { ...DRAFT, otherName: '示例乙', otherPhone: '' };
    expect(requestBody(withOther, true, 'en').onBehalfOf).toBeUndefined();
    const onBehalfOf = requestBody({ ...withOther, forOther: true }, true, 'en').onBehalfOf;
    expect(JSON.parse(JSON.stringify(onBehalfOf))).toEqual({ name: '示例乙' });
  });
});

describe('a kept draft', () => {
  it('comes back with the submission that was tried', () => {
    const keep = createDraftKeep(memoryKeep());
    keep.save({ draft: DRAFT, attempt: { key: 'k', body: '{}' } }, 0);
    expect(keep.load(6 * DAY)).toEqual({
      draft: { ...DRAFT, location: undefined },
      attempt: { key: 'k', body: '{}' },
    });
  });

  it('is forgotten after a week, and leaves nothing on the device', () => {
    const store = memoryKeep();
    const keep = createDraftKeep(store);
    keep.save({ draft: DRAFT }, 0);
    expect(keep.load(8 * DAY).draft).toBe(EMPTY_DRAFT);
    expect(store.read('draft')).toBeNull();
  });

  it('never holds the consent', () => {
    const store = memoryKeep();
    createDraftKeep(store).save({ draft: DRAFT }, 0);
    store.write('draft', (store.read('draft') ?? '').replace('{"name"', '{"consent":true,"name"'));
    expect(store.read('draft')).toContain('consent');
    expect(createDraftKeep(store).load(0).draft).not.toHaveProperty('consent');
  });

  test.each([
    '',
    'no json',
    '[]',
    '{"savedAt":"x"}',
    '{"savedAt":0,"draft":{"name":7,"location":{"lat":"1"}}}',
  ])('that cannot be read (%s) is an empty form', (text) => {
    const store = memoryKeep();
    store.write('draft', text);
    expect(createDraftKeep(store).load(0).draft).toEqual(expect.objectContaining(EMPTY_DRAFT));
  });
});
