import * as fc from 'fast-check';
import { ASK_KINDS } from '../../../domain/asks/ask-kinds.js';
import { ALPHABET } from '../../../domain/codes/alphabet.js';
import { askCode, readAskCode } from '../../../domain/codes/ask-code.js';
import { checkCharacter, isChecked } from '../../../domain/codes/check-character.js';
import { nearestCodes } from '../../../domain/codes/nearest-codes.js';
import { readRequestId, requestId, showRequestId } from '../../../domain/codes/request-id.js';

const bytes = fc.uint8Array({ minLength: 6, maxLength: 16 });
const code = bytes.map(askCode);
const symbol = fc.constantFrom(...Array.from(ALPHABET));
const place = fc.integer({ min: 0, max: 3 });

const withSymbol = (text: string, at: number, one: string): string =>
  text.slice(0, at) + one + text.slice(at + 1);
const swapped = (text: string, i: number, j: number): string =>
  withSymbol(withSymbol(text, i, text.charAt(j)), j, text.charAt(i));
const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

/** Every word that is a command, folded. No code of an ask can be one of them. */
const COMMAND_WORDS = (
  '撤销 发错了 发错 回错了 undo ? 帮助 help 退订 td stop end quit unsubscribe start 恢复 解除 撤回 withdraw 休假 leave 代报 report ' +
  '走访 visit 接待 reception 确定退订 待办 list 详 more 停发 mute unmute 表 form 汇总 summary 逐条 each 放行 拦截 hold release'
)
  .split(' ')
  .concat('stand down', 'stop all');

describe('the check character', () => {
  it('every single wrong character is found', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{1,12}$/), fc.nat(), symbol, (payload, n, wrong) => {
        const whole = payload + checkCharacter(payload);
        const slip = withSymbol(whole, n % whole.length, wrong);
        expect(isChecked(slip)).toBe(slip === whole);
      }),
    );
  });

  it('every swap of two characters is found, next to each other or not', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{2,12}$/), fc.nat(), fc.nat(), (payload, i, j) => {
        const whole = payload + checkCharacter(payload);
        const slip = swapped(whole, i % whole.length, j % whole.length);
        expect(isChecked(slip)).toBe(slip === whole);
      }),
    );
  });

  it('is one of the 32 symbols people can type and say', () => {
    fc.assert(fc.property(code, (one) => expect(one).toMatch(new RegExp(`^[${ALPHABET}]{4}$`))));
  });
});

describe('codes of asks', () => {
  it('have four characters, the first a letter, and a digit that no letter is read as', () => {
    fc.assert(
      fc.property(code, (one) => {
        expect(one).toMatch(/^[A-HJKMNP-TV-Z](?:[2-9].|.[2-9]).$/);
      }),
    );
  });

  it('are read in any case and width, with I, L and O typed for 1 and 0', () => {
    fc.assert(
      fc.property(code, fc.boolean(), fc.boolean(), fc.constantFrom('I', 'L'), (one, lower, wide, letter) => {
        const confused = one.replaceAll('1', letter).replaceAll('0', 'O');
        const cased = lower ? confused.toLowerCase() : confused;
        expect(readAskCode(wide ? fullWidth(cased) : cased)).toEqual({ code: one });
      }),
    );
  });

  it('depend on the bytes alone', () => {
    const given = Uint8Array.from([1, 2, 3, 4, 5, 6]);
    expect(askCode(given)).toBe(askCode(Uint8Array.from([...given, 7])));
    expect(askCode(given)).not.toBe(askCode(Uint8Array.from([6, 5, 4, 3, 2, 1])));
  });

  it('can be every one of the 9,856', () => {
    const all = Array.from({ length: 9856 }, (_, n) =>
      askCode(Uint8Array.from([0, 0, 0, 0, n >> 8, n & 255])),
    );
    expect(new Set(all).size).toBe(9856);
    expect(all.every((one) => readAskCode(one))).toBe(true);
  });

  test.each(['12', '1234', '0000', '2026', 'K7Q', 'K7Q33', '', 'HELP', '网格1号'])(
    '"%s" is no code and no near miss',
    (text) => {
      expect(readAskCode(text)).toBeUndefined();
    },
  );

  it('no keyword and no command is a code, or near one', () => {
    const keywords = Object.values(ASK_KINDS).flatMap((rules) => rules.flatMap((rule) => rule.keywords));
    for (const word of [...keywords, ...COMMAND_WORDS]) expect(readAskCode(word)).toBeUndefined();
  });

  it('no word of four letters is a code', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z]{4}$/), (word) => expect(readAskCode(word)).toBeUndefined()),
    );
  });

  it('one wrong character is a near miss, or no code at all', () => {
    fc.assert(
      fc.property(code, place, symbol, (one, at, wrong) => {
        const slip = withSymbol(one, at, wrong);
        fc.pre(slip !== one);
        expect([undefined, { nearMiss: true }]).toContainEqual(readAskCode(slip));
      }),
    );
  });

  it('need six bytes', () => {
    expect(() => askCode(new Uint8Array(5))).toThrow(expect.objectContaining({ code: 'TooFewBytes' }));
  });
});

describe('the likely code', () => {
  it('is found behind one wrong character or two swapped ones', () => {
    fc.assert(
      fc.property(code, place, place, symbol, (one, i, j, wrong) => {
        expect(nearestCodes(withSymbol(one, i, wrong), [one])).toEqual([one]);
        expect(nearestCodes(swapped(one, i, j), [one])).toEqual([one]);
      }),
    );
  });

  it('is found behind any number of characters that look alike', () => {
    expect(nearestCodes('k8s2', ['KB5Z', 'K7Q3'])).toEqual(['KB5Z']);
    expect(nearestCodes('ulol', ['V101'])).toEqual(['V101']);
  });

  it('lists every code that may be meant, in the order given, and no other', () => {
    expect(nearestCodes('K7Q4', ['M2P9', 'K7Q3', 'K7R4', 'Q7K3'])).toEqual(['K7Q3', 'K7R4']);
    expect(nearestCodes('K7Q4', [])).toEqual([]);
    expect(nearestCodes('K7Q', ['K7Q3'])).toEqual([]);
  });
});

describe('numbers of requests', () => {
  const id = bytes.map(requestId);

  it('have eight characters and begin with a digit, so that no code of an ask is like one', () => {
    fc.assert(
      fc.property(id, (one) => {
        expect(one).toMatch(/^[2-9][0-9A-HJKMNP-TV-Z]{7}$/);
        expect([undefined, { nearMiss: true }]).toContainEqual(readAskCode(one.slice(0, 4)));
      }),
    );
  });

  it('are read as they are shown, and with spaces, in any case and width', () => {
    fc.assert(
      fc.property(
        id,
        fc.constantFrom('', '-', ' ', '–', '－'),
        fc.boolean(),
        fc.boolean(),
        (one, between, lower, wide) => {
          const cased = lower ? one.toLowerCase() : one;
          const typed = `${cased.slice(0, 4)}${between}${cased.slice(4)}`;
          expect(readRequestId(wide ? fullWidth(typed) : typed)).toBe(one);
          expect(readRequestId(showRequestId(one))).toBe(one);
        },
      ),
    );
  });

  it('one wrong character or two swapped ones make no number', () => {
    fc.assert(
      fc.property(id, fc.nat(7), fc.nat(7), symbol, (one, i, j, wrong) => {
        for (const slip of [withSymbol(one, i, wrong), swapped(one, i, j)]) {
          expect(readRequestId(slip)).toBe(slip === one ? one : undefined);
        }
      }),
    );
  });

  test.each(['', '7Q3K', '7Q3K-9M2X-1', '你好你好你好你好', '--------'])('"%s" is no number', (text) => {
    expect(readRequestId(text)).toBeUndefined();
  });
});
