import * as fc from 'fast-check';
import * as z from 'zod';
import * as shared from '../../adapters/shared-schemas.js';

/** Steps from one schema to the next, as fields of ours take them. */
const NUMBER_STEPS = ['int', 'nonnegative', 'positive', 'min', 'max', 'optional', 'nullable'] as const;
const STRING_STEPS = ['trim', 'min', 'max', 'optional', 'nullable'] as const;

type Chain = readonly (readonly [name: string, given: readonly unknown[]])[];

const chainOf = (names: readonly string[]): fc.Arbitrary<Chain> =>
  fc.array(
    fc
      .tuple(fc.constantFrom(...names), fc.integer({ min: -2, max: 5 }), fc.boolean())
      .map(([name, limit, isSaid]): Chain[number] =>
        name === 'min' || name === 'max' ? [name, isSaid ? [limit, 'in words'] : [limit]] : [name, []],
      ),
    { maxLength: 4 },
  );

/** What is not there (a number may be left out, and has no longest then) ends the chain. */
const follow = (schema: z.ZodType, chain: Chain): z.ZodType =>
  chain.reduce<z.ZodType>((from, [name, given]) => {
    const step: unknown = Reflect.get(from, name);
    return typeof step === 'function' ? (Reflect.apply(step, from, given) as z.ZodType) : from;
  }, schema);

const VALUES = [undefined, null, -1, 0, 1, 2.5, 7, '', ' ', 'word', ' words ', true, [], {}];

const read = (schema: z.ZodType) =>
  VALUES.map((value) => {
    const { success, data, error } = schema.safeParse(value);
    return success ? data : error?.issues;
  });

describe('schemas that functions share', () => {
  it.each([
    ['a number', z.number, shared.number, NUMBER_STEPS],
    ['a string', z.string, shared.string, STRING_STEPS],
    ['a yes or no', z.boolean, shared.boolean, ['optional', 'nullable']],
  ] as const)("%s is read as by zod's own, whichever way it was made", (_what, own, same, steps) => {
    fc.assert(
      fc.property(chainOf(steps), (chain) => {
        expect(read(follow(same(), chain))).toEqual(read(follow(own(), chain)));
      }),
    );
  });

  it('made the same way are one', () => {
    expect(shared.number().int().min(1).optional()).toBe(shared.number().int().min(1).optional());
    expect(shared.string().max(20)).not.toBe(shared.string().max(200));
  });

  it('with words of their own for an error are each their own', () => {
    expect(shared.string().min(1, 'a name')).not.toBe(shared.string().min(1, 'a name'));
    expect(shared.string({ error: 'a name' })).not.toBe(shared.string());
  });
});
