import type { Attributes } from '../../adapters/dynamodb.js';
import { ItemReader, type Reading } from '../../adapters/item-reader.js';

const ONE = { pk: 'small-town#request#7Q3K9M2X', sk: 'record' };
const OTHER = { pk: 'small-town#town#data', sk: 'current' };
const itself = (key: typeof ONE): Reading<unknown> => ({ key, read: (item) => item });

interface Answer {
  readonly found: Attributes[];
  readonly left: Attributes[];
}

/** A table that answers this, and its last answer from then on. */
function setup(...answers: Answer[]) {
  const asked: unknown[] = [];
  const getTogether = (keys: readonly Attributes[]): Promise<Answer> => {
    const answer = answers[Math.min(asked.length, answers.length - 1)] ?? { found: [], left: [] };
    asked.push(keys);
    return Promise.resolve(answer);
  };
  return { items: new ItemReader({ getTogether }), asked };
}

describe('items that lie apart', () => {
  it('are read in one call, in whatever order they come', async () => {
    const { items, asked } = setup({
      found: [
        { ...OTHER, version: 2 },
        { ...ONE, version: 1 },
      ],
      left: [],
    });
    expect(await items.read({ one: itself(ONE), other: itself(OTHER) })).toEqual({
      one: { ...ONE, version: 1 },
      other: { ...OTHER, version: 2 },
    });
    expect(asked).toEqual([[ONE, OTHER]]);
  });

  it('may be missing', async () => {
    const { items } = setup({ found: [OTHER], left: [] });
    expect(await items.read({ one: itself(ONE), other: itself(OTHER) })).toEqual({
      one: undefined,
      other: OTHER,
    });
  });

  it('that an answer leaves out are asked for again', async () => {
    const { items, asked } = setup({ found: [ONE], left: [OTHER] }, { found: [OTHER], left: [] });
    expect(await items.read({ one: itself(ONE), other: itself(OTHER) })).toEqual({ one: ONE, other: OTHER });
    expect(asked).toEqual([[ONE, OTHER], [OTHER]]);
  });

  it('that are left out again and again fail, and are never taken for missing', async () => {
    const { items } = setup({ found: [ONE], left: [OTHER] });
    await expect(items.read({ one: itself(ONE), other: itself(OTHER) })).rejects.toThrow(
      '1 items were not read',
    );
  });
});
