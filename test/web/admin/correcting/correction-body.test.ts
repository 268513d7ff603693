import { correctionBodyOf, NOTHING } from '../../../../web/admin/correcting/correction-body.js';

describe('what a request is corrected to', () => {
  it.each(['none', '无', ' 无 '])('is apart from every other where the form asks for it: "%s"', (joined) => {
    expect(correctionBodyOf({ ...NOTHING, joined, reason: '不是同一件' })).toEqual({
      joined: 'none',
      reason: '不是同一件',
    });
  });

  it('is a number where the form asks for one, and nothing where nothing was filled in', () => {
    expect(correctionBodyOf({ ...NOTHING, grid: '52', reason: '在桥那边' })).toEqual({
      grid: 52,
      reason: '在桥那边',
    });
    expect(correctionBodyOf({ ...NOTHING, reason: '在桥那边' })).toBeUndefined();
  });
});
