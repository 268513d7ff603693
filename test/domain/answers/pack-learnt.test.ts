import * as fc from 'fast-check';
import { bytesOfLearnt, learntOf } from '../../../domain/answers/pack-learnt.js';
import { LARGEST_RARITY, type Linear } from '../../../domain/reading/linear.js';

const OUTPUTS = 3;

const ascending = (size: number): fc.Arbitrary<Uint32Array> =>
  fc.uint32Array({ minLength: size, maxLength: size }).map((hashes) => hashes.toSorted());

const floats = fc.float32Array({ minLength: OUTPUTS, maxLength: OUTPUTS, noNaN: true });

/** Most weights of what is learnt are 0, many in a row. */
const weights = (size: number): fc.Arbitrary<Int8Array> =>
  fc
    .array(fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.integer({ min: -127, max: 127 })), {
      minLength: size,
      maxLength: size,
    })
    .map((all) => Int8Array.from(all));

const learnt: fc.Arbitrary<Linear> = fc
  .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 40 }))
  .chain(([features, words]) =>
    fc.record({
      scales: floats,
      bias: floats,
      hashes: ascending(features),
      rarity: fc
        .uint8Array({ minLength: features, maxLength: features })
        .map((steps) => Float32Array.from(steps, (step) => (step * LARGEST_RARITY) / 255)),
      weights: fc.oneof(weights(features * OUTPUTS), fc.constant(new Int8Array(features * OUTPUTS))),
      concepts: fc.record({
        hashes: ascending(words),
        concepts: fc.uint16Array({ minLength: words, maxLength: words }),
      }),
    }),
  );

it('what was learnt is unpacked as it was packed', () => {
  fc.assert(fc.property(learnt, (one) => expect(learntOf(bytesOfLearnt(one))).toEqual(one)));
});
